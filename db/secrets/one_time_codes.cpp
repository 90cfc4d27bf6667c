#include "db/secrets/one_time_codes.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

using AccountId = schema::Id<schema::Account>;

void put_recovery_codes(SecretWrite write,
                        AccountId account,
                        const std::vector<std::string>& hashes) {
    Query(write.connection(), "DELETE FROM secret_recovery_code WHERE account_id = ?")
        .with(account)
        .run();
    for (const auto& hash : hashes) {
        Query(write.connection(),
              "INSERT INTO secret_recovery_code (account_id, hash) VALUES (?, ?)")
            .with(account, hash)
            .run();
    }
}

bool take_recovery_code(SecretWrite write, AccountId account, const std::string& hash) {
    return translated([&] {
        Query taken(write.connection(),
                    "DELETE FROM secret_recovery_code WHERE account_id = ? AND hash = ? "
                    "RETURNING account_id");
        taken.with(account, hash);
        const bool was_there = taken.step();
        while (was_there && taken.step()) {
        }
        return was_there;
    });
}

int count_recovery_codes(const Book& book, AccountId account) {
    return translated([&] {
        Query count(book.connection(),
                    "SELECT count(*) FROM secret_recovery_code WHERE account_id = ?");
        count.with(account);
        count.step();
        return count.get<int>();
    });
}

void put_reset_code(SecretWrite write,
                    AccountId account,
                    const std::string& hash,
                    std::int64_t until) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_reset_code (account_id, hash, until) VALUES (?, ?, ?)")
        .with(account, hash, until)
        .run();
}

bool has_reset_code(const Book& book,
                    AccountId account,
                    const std::string& hash,
                    std::int64_t now) {
    return translated([&] {
        Query row(
            book.connection(),
            "SELECT 1 FROM secret_reset_code WHERE account_id = ? AND hash = ? AND until > ?");
        row.with(account, hash, now);
        return row.step();
    });
}

void remove_reset_code(SecretWrite write, AccountId account) {
    Query(write.connection(), "DELETE FROM secret_reset_code WHERE account_id = ?")
        .with(account)
        .run();
}

}  // namespace db
