#include "db/secrets/turns.h"

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

std::vector<Turn> turns(const Book& book, std::string_view rest, const std::string& hash) {
    return translated([&] {
        std::vector<Turn> all;
        Query rows(book.connection(),
                   fmt::format("SELECT device_id, hash, account_id, password_at, seen_at, locked "
                               "FROM secret_turn {}",
                               rest));
        if (!hash.empty()) {
            rows.with(hash);
        }
        while (rows.step()) {
            auto& turn = all.emplace_back();
            turn.device = rows.get<schema::Id<schema::SignInDevice>>();
            turn.hash = rows.get<std::string>();
            turn.account = rows.get<std::optional<schema::Id<schema::Account>>>();
            turn.password_at = rows.get<std::int64_t>();
            turn.seen_at = rows.get<std::int64_t>();
            turn.locked = rows.get<bool>();
        }
        return all;
    });
}

}  // namespace

std::optional<Turn> find_turn(const Book& book, const std::string& hash) {
    auto found = turns(book, "WHERE hash = ?", hash);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Turn> all_turns(const Book& book) {
    return turns(book, "ORDER BY device_id", "");
}

void put_turn(SecretWrite write, const Turn& turn) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_turn "
          "(device_id, hash, account_id, password_at, seen_at, locked) VALUES (?, ?, ?, ?, ?, ?)")
        .with(turn.device, turn.hash, turn.account, turn.password_at, turn.seen_at, turn.locked)
        .run();
}

void remove_turn(SecretWrite write, schema::Id<schema::SignInDevice> device) {
    Query(write.connection(), "DELETE FROM secret_turn WHERE device_id = ?").with(device).run();
    Query(write.connection(), "DELETE FROM secret_pin WHERE device_id = ?").with(device).run();
}

void end_turns_of(SecretWrite write, schema::Id<schema::Account> account) {
    Query(write.connection(), "UPDATE secret_turn SET account_id = NULL WHERE account_id = ?")
        .with(account)
        .run();
    Query(write.connection(), "DELETE FROM secret_pin WHERE account_id = ?").with(account).run();
}

}  // namespace db
