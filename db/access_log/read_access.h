#pragma once
// What the log of who read what says.

#include <optional>
#include <string>
#include <vector>

#include "db/access_log/access_entry.h"
#include "db/book.h"
#include "schema/types/error.h"

namespace db {

// Which entries, the newest first.
struct AccessQuery {
    std::optional<schema::Id<schema::Patient>> patient{};
    std::optional<schema::Id<schema::Account>> account{};
    std::optional<std::string> since{};    // from this minute on: access_minute
    std::optional<std::string> until{};    // before this one
    std::optional<std::int64_t> before{};  // only entries with a lower id
    int most = 50;
};

// None where there is no log. Throws schema::Error: damaged, unavailable.
std::vector<AccessEntry> access_entries(const Book& book, const AccessQuery& query);

// What is wrong with the log, from its pages to its chain; nothing where none is there and none is
// known of. The first entry that does not fit is named, with its minute.
std::vector<schema::Problem> access_problems(const Book& book);

}  // namespace db
