#include "db/records/renumber.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

// Twice, so that no row ever has the id of another.
void renumber(Write& write,
              std::string_view table,
              const std::map<std::int64_t, std::int64_t>& ids) {
    translate([&] {
        auto& connection = write.connection();
        auto beyond = connection.number(fmt::format("SELECT coalesce(max(id), 0) FROM {}", table));
        for (const auto& [before, after] : ids) {
            beyond = std::max({beyond, before, after});
        }
        Query(connection, fmt::format("UPDATE {} SET id = id + ?", table)).with(2 * beyond).run();
        Query move(connection, fmt::format("UPDATE {} SET id = ? WHERE id = ?", table));
        for (const auto& [before, after] : ids) {
            move.again(after, before + 2 * beyond).run();
        }
        Query(connection, fmt::format("UPDATE {} SET id = id - ? WHERE id > ?", table))
            .with(beyond, beyond)
            .run();
    });
}

}  // namespace db
