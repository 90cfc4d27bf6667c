#pragma once
// Rows that keep the ids that they had in another book.

#include <cstdint>
#include <map>
#include <string_view>

#include "db/ledger/transact.h"

namespace db {

// Gives the rows of a table other ids, from the old to the new ones; a row that is not named gets
// an id beyond them all. Nothing may refer to the rows yet.
void renumber(Write& write,
              std::string_view table,
              const std::map<std::int64_t, std::int64_t>& ids);

}  // namespace db
