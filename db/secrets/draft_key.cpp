#include "db/secrets/draft_key.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::optional<std::string> draft_key(const Book& book) {
    return translated([&] {
        Query row(book.connection(), "SELECT key FROM secret_draft_key");
        return row.step() ? std::optional(row.get<std::string>()) : std::nullopt;
    });
}

std::string keep_draft_key(SecretWrite write, const std::string& key) {
    if (auto known = draft_key(write.book())) {
        return std::move(*known);
    }
    Query(write.connection(), "INSERT INTO secret_draft_key (id, key) VALUES (1, ?)")
        .with(key)
        .run();
    return key;
}

}  // namespace db
