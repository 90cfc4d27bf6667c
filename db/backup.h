#pragma once
// Copies of a whole book, made while others write, and the way back.
//
// A copy is made and verified under the name FILE.unfinished, and gets its own name only then: what
// is called FILE is whole. Whatever fails leaves nothing; what a kill leaves is called unfinished,
// and the next copy of that name removes it. The log of who read what goes with the book, where it
// is whole (db/access_log/carry_access.h), and so do its photographs (db/photos/carry_photos.h):
// these come first, under their own names, so that a copy that has its name has them.

#include <filesystem>
#include <vector>

#include "db/book.h"
#include "db/file/head.h"
#include "db/ledger/verify.h"

namespace db {

// Whether SQLite finds nothing wrong with the pages of the database.
bool is_intact(Connection& connection);

struct Copied {
    Head end;  // the entry that the copy ends with
    // What was wrong with the log of who read, where it was left out therefore.
    std::vector<schema::Problem> log_left_out;
    // The photographs whose bytes are not as they were kept, and not in the copy.
    std::vector<schema::Problem> photos_left_out;
};

// Copies the open book, of whatever version, to `copy`, and has SQLite check every page of the
// copy. The copy has its own head. Throws schema::Error: refused if `copy` exists or is being made
// by another process, damaged if the copy is not whole, full, unavailable.
void copy_intact(const Book& book, const std::filesystem::path& copy);

// Removes what kills left of copies whose names begin so, "clinic.needlebook.before-v": all that is
// called unfinished and that no process is making now. Copies that have their names stay.
void remove_unfinished_copies(const std::filesystem::path& names);

// Whether the bytes of photographs go with a copy; who leaves them sees to them (carry_photos.h).
enum class Photos { carried, left };

// The same with the photographs, and then the copy is looked into as far as is said: everything but
// what `check` on the copy plays and computes anew. A copy of an older version is brought up to
// date.
Copied copy_verified(const Book& book,
                     const std::filesystem::path& copy,
                     Depth depth = Depth::whole,
                     Photos photos = Photos::carried);

// Makes the copy `from` the book at `to`, verified as above; `from` is never changed. A book that
// is there already is kept beside it as FILE.replaced, or FILE.replaced-2 … (refused unless
// `replace`). A log of who read that is there and goes on from the copy's stays: who read meanwhile
// is not forgotten. Throws schema::Error: as above; refused if that book is open anywhere, by
// whatever name; damaged if the copy ends before its own head. Returns the photographs whose bytes
// the copy has not as they were kept. Those that lie beside the book stay.
std::vector<schema::Problem> restore(const std::filesystem::path& from,
                                     const std::filesystem::path& to,
                                     bool replace);

// The same with a copy of an older version, which it stays: for the program that made it.
void put_back(const std::filesystem::path& copy, const std::filesystem::path& to);

}  // namespace db
