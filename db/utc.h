#pragma once
// The moment now in UTC, for the ledger and the lock: YYYY-MM-DDTHH:MM:SSZ.

#include <string>

namespace db {

std::string utc_now();

}  // namespace db
