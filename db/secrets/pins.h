#pragma once
// Who signed in on a device by password, when, and the hash of the PIN that they set there.

#include <optional>
#include <string>
#include <vector>

#include "db/secrets/secret_write.h"
#include "schema/records/account.h"
#include "schema/records/sign_in_device.h"

namespace db {

struct Pin {
    schema::Id<schema::SignInDevice> device{};
    schema::Id<schema::Account> account{};
    std::int64_t password_at = 0;
    std::optional<std::string> hash;  // none: they set none
    int failures = 0;

    bool operator==(const Pin&) const = default;
};

std::vector<Pin> pins_at(const Book& book, schema::Id<schema::SignInDevice> device);
std::optional<Pin> find_pin(const Book& book,
                            schema::Id<schema::SignInDevice> device,
                            schema::Id<schema::Account> account);

// In the place of the one that was there.
void put_pin(SecretWrite write, const Pin& pin);
void remove_pin(SecretWrite write,
                schema::Id<schema::SignInDevice> device,
                schema::Id<schema::Account> account);

}  // namespace db
