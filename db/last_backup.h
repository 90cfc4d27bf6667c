#pragma once
// When a book was last backed up by this program: a note beside it, NAME.needlebook.backup, which
// says the moment and the entry that the copy ends with. It is no record: a copy made by other
// means is not known here, and a note that is lost says that there was none.

#include <cstdint>
#include <filesystem>
#include <optional>

#include "db/book.h"
#include "db/file/head.h"

namespace db {

struct LastBackup {
    std::int64_t moment = 0;  // seconds since 1970, UTC
    Head end;                 // of the copy
};

// Puts the note in the place of the one before. Throws schema::Error (full, unavailable, refused)
// where it cannot be written; the copy is as good without it.
void note_backup(const std::filesystem::path& book, const LastBackup& made);

// Nothing where there is no note, or one that is none, or that names an entry which is not in this
// ledger: the copy was one of another book, or of what this one was before it was put back.
std::optional<LastBackup> last_backup(const Book& book);

}  // namespace db
