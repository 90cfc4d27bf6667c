#pragma once
// Whose turn it is on which device (app/access/turn.h), by the SHA-256 of the device's token as
// hex.

#include <optional>
#include <string>
#include <vector>

#include "db/secrets/secret_write.h"
#include "schema/records/account.h"
#include "schema/records/sign_in_device.h"

namespace db {

struct Turn {
    schema::Id<schema::SignInDevice> device{};
    std::string hash;
    std::optional<schema::Id<schema::Account>> account{};  // none: signed out
    std::int64_t password_at = 0;
    std::int64_t seen_at = 0;
    bool locked = false;

    bool operator==(const Turn&) const = default;
};

std::optional<Turn> find_turn(const Book& book, const std::string& hash);
std::vector<Turn> all_turns(const Book& book);  // by device

// In the place of the one that the device had.
void put_turn(SecretWrite write, const Turn& turn);
// The device is known by no token any more, and nobody comes back there by PIN.
void remove_turn(SecretWrite write, schema::Id<schema::SignInDevice> device);
// Wherever the account is signed in, it is not any more, and it comes back by no PIN.
void end_turns_of(SecretWrite write, schema::Id<schema::Account> account);

}  // namespace db
