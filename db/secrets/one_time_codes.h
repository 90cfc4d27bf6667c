#pragma once
// Codes that are taken once (app/access/codes.h): those for a lost second factor, and the one that
// resets a password. Hashes are SHA-256 as hex.

#include <string>
#include <vector>

#include "db/secrets/secret_write.h"
#include "schema/records/account.h"

namespace db {

// Puts these in the place of those that the account had.
void put_recovery_codes(SecretWrite write,
                        schema::Id<schema::Account> account,
                        const std::vector<std::string>& hashes);
// Removes the code; false if the account has none of this hash.
bool take_recovery_code(SecretWrite write,
                        schema::Id<schema::Account> account,
                        const std::string& hash);
int count_recovery_codes(const Book& book, schema::Id<schema::Account> account);

// In the place of the one before.
void put_reset_code(SecretWrite write,
                    schema::Id<schema::Account> account,
                    const std::string& hash,
                    std::int64_t until);
// Whether the account has this one, and it is not over yet.
bool has_reset_code(const Book& book,
                    schema::Id<schema::Account> account,
                    const std::string& hash,
                    std::int64_t now);
void remove_reset_code(SecretWrite write, schema::Id<schema::Account> account);

}  // namespace db
