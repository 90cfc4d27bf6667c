#pragma once
// What is known of the backups of a book on this machine: a note beside it, NAME.backup. It is no
// record: a copy made by other means is not known here, and a note that is lost says that there was
// none.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "app/backup/medium.h"
#include "app/backup/trouble.h"
#include "db/book.h"
#include "db/file/head.h"

namespace backup {

// The last good one of a folder. Moments are seconds since 1970, UTC.
struct Good {
    std::int64_t moment = 0;
    db::Head end;      // of the ledger in it
    std::string name;  // of the backup, or of the file
    Medium medium = Medium::same;
    bool is_sealed = false;
};

struct Failed {
    std::int64_t moment = 0;
    Trouble trouble = Trouble::failed;
    std::string detail;
};

struct Known {
    std::optional<Good> good{};
    std::optional<Failed> failed{};         // after the last good one
    std::optional<std::int64_t> proved{};   // the last that was restored and checked whole
    std::optional<std::int64_t> drilled{};  // the same, read from its medium by `drill`
};

// By the folder as the policy names it; of `backup FILE` by the folder of the file.
using KnownBackups = std::map<std::string, Known>;

// Empty where there is no note, or one that is none. Backups that end with an entry which is not in
// this ledger are left out: they are of another book, or of what this one was before it was put
// back.
KnownBackups known_backups(const db::Book& book);

// Puts what `change` makes of it in its place. Throws schema::Error (full, unavailable, refused)
// where it cannot be written; the backups are as good without it.
void note(const db::Book& book, const std::function<void(KnownBackups&)>& change);

}  // namespace backup
