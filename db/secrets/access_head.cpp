#include "db/secrets/access_head.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::optional<AccessEnd> access_head(const Book& book) {
    return translated([&]() -> std::optional<AccessEnd> {
        Query row(book.connection(), "SELECT entry, hash FROM secret_access_head");
        if (!row.step()) {
            return std::nullopt;
        }
        AccessEnd end{.entry = row.get<std::int64_t>()};
        end.hash = row.get<std::string>();
        return end;
    });
}

void keep_access_head(SecretWrite write, const AccessEnd& end) {
    Query(write.connection(),
          "INSERT INTO secret_access_head (id, entry, hash) VALUES (1, ?, ?) "
          "ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, hash = excluded.hash "
          "WHERE excluded.entry > secret_access_head.entry")
        .with(end.entry, end.hash)
        .run();
}

void forget_access_head(Connection& connection) {
    if (connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'secret_access_head'") >
        0) {
        connection.run("DELETE FROM secret_access_head");
    }
}

}  // namespace db
