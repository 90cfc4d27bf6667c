#include "db/sqlite/integrity.h"

#include <fmt/format.h>

#include "db/sqlite/sqlite_error.h"

namespace db {

std::vector<std::string> integrity_faults(Connection& connection, Integrity how, int most) {
    std::vector<std::string> faults;
    Query rows(
        connection,
        fmt::format(
            "PRAGMA {}({})", how == Integrity::quick ? "quick_check" : "integrity_check", most));
    while (rows.step()) {
        if (auto fault = rows.get<std::string>(); fault != "ok") {
            faults.push_back(std::move(fault));
        }
    }
    if (!faults.empty() && has_disk_failed(connection.handle())) {
        throw SQLite::Exception("disk I/O error", SQLITE_IOERR_READ);
    }
    return faults;
}

}  // namespace db
