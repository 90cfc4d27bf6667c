#pragma once
// The secret of the codes that change with the time (app/access/totp.h), and the last step of which
// a code was taken.

#include <optional>
#include <string>

#include "db/secrets/secret_write.h"
#include "schema/records/account.h"

namespace db {

struct TotpSecret {
    std::string secret;  // 40 hexadecimal digits
    bool confirmed = false;
    std::int64_t last_step = 0;

    bool operator==(const TotpSecret&) const = default;
};

std::optional<TotpSecret> totp_secret(const Book& book, schema::Id<schema::Account> account);

void put_totp_secret(SecretWrite write,
                     schema::Id<schema::Account> account,
                     const TotpSecret& secret);
// Nothing if there is none.
void remove_totp_secret(SecretWrite write, schema::Id<schema::Account> account);

}  // namespace db
