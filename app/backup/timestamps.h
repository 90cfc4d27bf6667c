#pragma once
// Time-stamps of the ledger's end by an authority (RFC 3161): that an entry was there at a moment,
// signed by somebody who is not the clinic. The program openssl does the cryptography; nothing here
// goes over a network. What is kept lies in NAME.timestamps beside the book.

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

}  // namespace backup
