#pragma once
// The moment now in UTC, for the ledger and the lock: YYYY-MM-DDTHH:MM:SSZ.

#include <cstdint>
#include <string>

namespace db {

std::string utc_now();

// The same of a moment, seconds since 1970.
std::string utc_text(std::int64_t seconds);

}  // namespace db
