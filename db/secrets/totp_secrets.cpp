#include "db/secrets/totp_secrets.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::optional<TotpSecret> totp_secret(const Book& book, schema::Id<schema::Account> account) {
    return translated([&]() -> std::optional<TotpSecret> {
        Query row(book.connection(),
                  "SELECT secret, confirmed, last_step FROM secret_totp WHERE account_id = ?");
        row.with(account);
        if (!row.step()) {
            return std::nullopt;
        }
        TotpSecret secret{.secret = row.get<std::string>()};
        secret.confirmed = row.get<bool>();
        secret.last_step = row.get<std::int64_t>();
        return secret;
    });
}

void put_totp_secret(SecretWrite write,
                     schema::Id<schema::Account> account,
                     const TotpSecret& secret) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_totp (account_id, secret, confirmed, last_step) "
          "VALUES (?, ?, ?, ?)")
        .with(account, secret.secret, secret.confirmed, secret.last_step)
        .run();
}

void remove_totp_secret(SecretWrite write, schema::Id<schema::Account> account) {
    Query(write.connection(), "DELETE FROM secret_totp WHERE account_id = ?").with(account).run();
}

}  // namespace db
