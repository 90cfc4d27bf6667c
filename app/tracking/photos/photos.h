#pragma once
// Keeping photographs: the bytes beside the book, then the record of them.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/libraries/pictures.h"
#include "db/ledger/transact.h"
#include "schema/records/photo.h"
#include "schema/types/civil_time.h"

namespace tracking {

// The fields of a photograph that somebody says; all others are its picture's own and never change.
inline constexpr std::array<std::string_view, 8> said_of_photo{
    "taken_at", "view", "region", "side", "session", "device", "light", "make_up"};
// The same, and what the device that took it found in it.
inline constexpr std::array<std::string_view, 9> sent_with_photo{
    "taken_at", "view", "region", "side", "session", "device", "light", "make_up", "pose"};

// What is said of a photograph that is added. Its own facts are its picture's.
struct NewPhoto {
    schema::Photo said;
    // When it was taken, where somebody said so; else the picture's own time is asked about.
    std::optional<schema::CivilTime> taken_at;
};

// Keeps the picture and stores the record; the answer is its id. The bytes are on the disk before
// the entry of the ledger is. Throws schema::Error: refused for a time to come, or none (the
// picture does not say it), for one that the patient has already, for a session of another patient,
// and for a patient who has not agreed (consents.h); full, unavailable. Throws Asked (taken_at)
// about the time that the picture tells.
db::Receipt add_photo(db::Book& book,
                      const db::Submission& submission,
                      const NewPhoto& photo,
                      const libraries::Picture& picture,
                      schema::CivilTime now);

// Puts what `corrected` says in the place of what was said of the photograph with its id; what its
// picture tells stays, whatever `corrected` has of it. Throws as tracking::correct, and
// schema::Error (refused) for a time to come, and for a document that becomes a photograph of the
// patient or the other way round: what may be shown rests on that.
db::Receipt correct_photo(db::Book& book,
                          const db::Submission& submission,
                          const schema::Photo& corrected,
                          schema::CivilTime now);

// Of a photograph that may be shown (consents.h: the caller asks): its bytes; or its picture of one
// of the sizes of pictures.h, turned, as JPEG, from the cache or made anew. Throws schema::Error:
// damaged where the bytes are missing or other ones; as smaller_picture.
std::string photo_bytes(const db::Book& book, const schema::Photo& photo);
std::string photo_size(const db::Book& book, const schema::Photo& photo, int longest_side);

// Removes the files that no record names; the answer says how many. Throws schema::Error.
db::Receipt tidy_photos(db::Book& book, const db::Submission& submission);

}  // namespace tracking
