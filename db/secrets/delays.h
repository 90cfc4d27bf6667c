#pragma once
// How often somebody failed to sign in, and until when the next try is not looked at
// (app/access/delay.h). `of` is an account or an address.

#include <optional>
#include <string>

#include "db/secrets/secret_write.h"

namespace db {

struct Delay {
    int failures = 0;
    std::int64_t until = 0;

    bool operator==(const Delay&) const = default;
};

// No failures where none is kept.
Delay find_delay(const Book& book, const std::string& of);

void put_delay(SecretWrite write, const std::string& of, const Delay& delay);
void remove_delay(SecretWrite write, const std::string& of);
// Those that were over before `moment`: who failed so long ago begins anew.
void remove_delays_before(SecretWrite write, std::int64_t moment);

}  // namespace db
