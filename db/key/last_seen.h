#pragma once
// The last entry that this machine acknowledged for the book of a path, kept beside the clinic's
// private key. It notices what the head beside the book cannot: that book and head were both put
// back to what they were. Of the path, so that a copy elsewhere neither alarms the book nor is
// alarmed; of the path that was given and of the one where the file lies, where links part the two,
// so that a link in the book's place does not hide what was known of the place. It is written after
// the entry is on the disk and not synced: after a power cut it may lag behind the book, and is
// never ahead of it. One that is not whole counts as none.

#include <filesystem>
#include <optional>
#include <vector>

#include "db/file/book_names.h"
#include "db/file/head.h"

namespace db {

// The file of a path from the root: FIRST_32_DIGITS_OF_SHA256(path).last in keys_folder().
std::filesystem::path last_seen_file(const std::filesystem::path& path);

// Of each of its names that something is known of: the book has one of these ends, or it was put
// back.
std::vector<std::vector<Head>> last_seen(const BookNames& book);

// This one from now on. What cannot be written is left: it lags behind.
void note_last_seen(const BookNames& book, const Head& end) noexcept;

// That the book becomes, by this program, one that ends so: until the next note either will do.
// Where nothing is known, nothing is written. On return it survives power loss. Throws
// schema::Error (full, unavailable).
void allow_last_seen(const BookNames& book, const Head& end);

// Nothing is known of its names any more: there is no book yet. Where nobody can look into the
// folder, nothing is done: that is as if nothing were known. Throws schema::Error (unavailable).
void forget_last_seen(const BookNames& book);

}  // namespace db
