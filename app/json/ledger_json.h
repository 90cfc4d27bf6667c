#pragma once
// The ledger and the verdict of `check` for other programs.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/json/json_value.h"
#include "app/tracking/check.h"
#include "db/ledger/ledger.h"

namespace exchange {

// An array of entries, written as they are read, each with at most so many changed rows; then
// "more": true says that there are others; "altered": true that the changes are not those that the
// entry was made with, and are not shown; "erased": true that nothing is left of them, by law:
// {"seq","at","actor","action","reason","patient","key","answer",
// "hash","changes":[{"table","kind","key","columns":[{"column","before","after"}]}]}.
void write_ledger_json(std::ostream& out,
                       const db::Book& book,
                       const db::LedgerQuery& query,
                       std::size_t most_rows = std::numeric_limits<std::size_t>::max());

// [{"where","what","try"}]
nlohmann::ordered_json problems_json(const std::vector<schema::Problem>& problems);

// {"whole","rows","entries","content","problems":[{"where","what","try"}]}
OrderedJson check_json(const tracking::Check& check);

// {"quick":true,"whole","entries","problems":[{"where","what","try"}]}
OrderedJson quick_check_json(const std::vector<schema::Problem>& problems, std::int64_t entries);

}  // namespace exchange
