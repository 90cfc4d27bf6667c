#pragma once
// Time-stamps of the ledger's end by an authority (RFC 3161): that an entry was there at a moment,
// signed by somebody who is not the clinic. The program openssl does the cryptography; nothing here
// goes over a network. What is kept lies in NAME.timestamps beside the book, and goes with its
// backups. An export has no ledger, and no time-stamps of one.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "db/file/head.h"
#include "schema/types/error.h"

namespace backup {

struct TimeStamp {
    db::Head of;       // the entry that was there
    std::string at;    // as the authority says: "2026-12-01T00:20:00Z"
    std::string name;  // of its files: NAME.tsr the answer, NAME.pem the authority
    std::optional<schema::Problem> problem{};
};

// Writes to the new file `out` what the authority is asked, of the ledger's end, and keeps it so
// that the answer is known. Returns the end. Throws schema::Error: refused for an empty ledger and
// for a file that is there; full, unavailable.
db::Head request_timestamp(const db::Book& book, const std::filesystem::path& out);

// Keeps the authority's answer, which must be to a request of this book and signed by who has a
// certificate of `authority` (PEM: the root, and what is between). Throws schema::Error: missing
// for a file that is not there; refused for what does not pass.
TimeStamp import_timestamp(const db::Book& book,
                           const std::filesystem::path& answer,
                           const std::filesystem::path& authority);

// All that are kept, oldest entry first, each verified again: by the authority's certificate as of
// the moment of the stamp, and against the ledger.
std::vector<TimeStamp> timestamps_of(const db::Book& book);

// Puts what the book has of them into a folder of its backups, where all backups share them, in
// needlebook-timestamps: they tell nothing of a patient, and beside encrypted backups they are as
// they are. A stamp that is there is left, unless it is not what the authority signed and the
// book's is. Throws schema::Error (full, unavailable).
void keep_timestamps(const std::filesystem::path& book, const std::filesystem::path& backups);

// The same beside a copy of the book.
void carry_timestamps(const std::filesystem::path& book, const std::filesystem::path& copy);

// The way back: those beside a copy, and those that the folder which it lies in keeps, put beside
// the book. Those of the book stay; one of an entry that the copy has not yet says that the book
// was rolled back.
void bring_timestamps(const std::filesystem::path& copy, const std::filesystem::path& book);

}  // namespace backup
