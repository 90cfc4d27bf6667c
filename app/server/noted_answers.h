#pragma once
// How answers, and who comes and goes, become entries of the log of who read what.

#include <optional>
#include <string>

#include "app/server/asker.h"
#include "app/server/http/response.h"
#include "app/server/reading_log.h"

namespace server {

// Notes that the answer showed this to the asker, one entry for each patient of whom it shows
// something. Nothing of an answer that shows nothing: another status than 200 and 304. Throws
// Refused (503) where it cannot be kept, but in emergency reading; std::logic_error where an answer
// shows a patient and does not say whom.
void note_answer(ReadingLog& log,
                 const Asker& asker,
                 db::AccessAct act,
                 const Response& response,
                 access_control::Moment now);

// Throws Refused (503) while records cannot be shown since that cannot be logged, but for whoever
// is in emergency reading.
void refuse_unlogged(const ReadingLog& log, const Asker& asker);

// The patient's own page was read by whoever has its address. Nothing where it was not.
void note_own_page(ReadingLog& log, const Response& response, access_control::Moment now);

// Emergency reading began, for this reason.
void note_emergency(ReadingLog& log,
                    const Asker& asker,
                    const std::string& reason,
                    access_control::Moment now);

// What the asker wanted needs this right, which they have not.
void note_refused(ReadingLog& log,
                  const Asker& asker,
                  const std::string& right,
                  access_control::Moment now);

// Somebody came or went, or tried to: nobody is named who has no account.
void note_person(ReadingLog& log,
                 db::AccessAct act,
                 const std::optional<schema::Account>& account,
                 std::optional<schema::Id<schema::SignInDevice>> device,
                 access_control::Moment now);

}  // namespace server
