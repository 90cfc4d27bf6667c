#include "db/secrets/pins.h"

#include <algorithm>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::vector<Pin> pins_at(const Book& book, schema::Id<schema::SignInDevice> device) {
    return translated([&] {
        std::vector<Pin> all;
        Query rows(book.connection(),
                   "SELECT device_id, account_id, password_at, hash, failures FROM secret_pin "
                   "WHERE device_id = ? ORDER BY account_id");
        rows.with(device);
        while (rows.step()) {
            auto& pin = all.emplace_back();
            pin.device = rows.get<schema::Id<schema::SignInDevice>>();
            pin.account = rows.get<schema::Id<schema::Account>>();
            pin.password_at = rows.get<std::int64_t>();
            pin.hash = rows.get<std::optional<std::string>>();
            pin.failures = rows.get<int>();
        }
        return all;
    });
}

std::optional<Pin> find_pin(const Book& book,
                            schema::Id<schema::SignInDevice> device,
                            schema::Id<schema::Account> account) {
    for (auto& pin : pins_at(book, device)) {
        if (pin.account == account) {
            return std::move(pin);
        }
    }
    return std::nullopt;
}

void put_pin(SecretWrite write, const Pin& pin) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_pin (device_id, account_id, password_at, hash, failures) "
          "VALUES (?, ?, ?, ?, ?)")
        .with(pin.device, pin.account, pin.password_at, pin.hash, pin.failures)
        .run();
}

void remove_pin(SecretWrite write,
                schema::Id<schema::SignInDevice> device,
                schema::Id<schema::Account> account) {
    Query(write.connection(), "DELETE FROM secret_pin WHERE device_id = ? AND account_id = ?")
        .with(device, account)
        .run();
}

}  // namespace db
