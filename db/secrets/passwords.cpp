#include "db/secrets/passwords.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::optional<std::string> password_hash(const Book& book, schema::Id<schema::Account> account) {
    return translated([&] {
        Query row(book.connection(), "SELECT hash FROM secret_password WHERE account_id = ?");
        row.with(account);
        return row.step() ? std::optional(row.get<std::string>()) : std::nullopt;
    });
}

void put_password(SecretWrite write,
                  schema::Id<schema::Account> account,
                  const std::string& hash,
                  std::int64_t now) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_password (account_id, hash, since) VALUES (?, ?, ?)")
        .with(account, hash, now)
        .run();
}

}  // namespace db
