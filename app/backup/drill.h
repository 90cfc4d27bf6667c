#pragma once
// Whether the book would come back, tried on the medium itself: the newest backup is read, opened,
// checked whole and held against the ledger. What came of it is an entry of the ledger.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/backup/backup_file.h"
#include "app/backup/medium.h"
#include "app/backup/proof.h"
#include "app/json/json_value.h"
#include "db/ledger/transact.h"

namespace backup {

struct Certificate {
    std::string folder;  // as the policy names it
    Medium medium = Medium::same;
    Manifest backup;
    std::int64_t moment = 0;  // of the drill, seconds since 1970, UTC
    std::int64_t rows = 0;    // of the book that came back
    std::int64_t entries = 0;
    std::int64_t photos = 0;         // that came back with it
    std::uint64_t bytes = 0;         // read from the medium
    double read_seconds = 0;         // read and opened
    double check_seconds = 0;        // checked whole
    std::int64_t entries_since = 0;  // of the ledger, which a loss now would cost
};

// Of the newest backup in `folder`, by itself of the newest of all folders of the policy that are
// there. Removes what it unpacked. Throws schema::Error: missing where there is no backup; damaged
// where it does not come back, or is not what the ledger says it was.
Certificate drill(const db::Book& book,
                  const std::optional<std::string>& folder,
                  const SecretOf& secret,
                  std::int64_t now);

// Writes it into the ledger, as the answer of an entry "drill", and notes it beside the book. Needs
// the right keep_book. Returns the number of the entry.
std::int64_t record(db::Book& book,
                    const db::Submission& submission,
                    const Certificate& certificate);

exchange::OrderedJson certificate_json(const Certificate& certificate);

}  // namespace backup
