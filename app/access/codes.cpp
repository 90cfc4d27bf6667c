#include "app/access/codes.h"

#include "app/access/random_token.h"

namespace access_control {

std::vector<std::string> new_recovery_codes(db::SecretWrite write,
                                            schema::Id<schema::Account> account) {
    std::vector<std::string> codes;
    std::vector<std::string> hashes;
    for (int i = 0; i < recovery_codes; ++i) {
        codes.push_back(random_code());
        hashes.push_back(code_hash(codes.back()));
    }
    db::put_recovery_codes(write, account, hashes);
    return codes;
}

std::string new_reset_code(db::SecretWrite write, schema::Id<schema::Account> account, Moment now) {
    auto code = random_code();
    db::put_reset_code(write, account, code_hash(code), kept(now + reset_code_lasts));
    return code;
}

}  // namespace access_control
