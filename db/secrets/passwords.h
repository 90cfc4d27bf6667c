#pragma once
// The hash of each account's password (app/access/password.h).

#include <optional>
#include <string>

#include "db/secrets/secret_write.h"
#include "schema/records/account.h"

namespace db {

// Nothing for an account that has none, as one that came in an import.
std::optional<std::string> password_hash(const Book& book, schema::Id<schema::Account> account);

void put_password(SecretWrite write,
                  schema::Id<schema::Account> account,
                  const std::string& hash,
                  std::int64_t now);

}  // namespace db
