#include "app/access/second_factor.h"

#include "app/access/codes.h"
#include "app/access/random_token.h"
#include "app/access/totp.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/secrets/totp_secrets.h"
#include "schema/types/error.h"

namespace access_control {

NewSecondFactor begin_second_factor(db::Book& book, schema::Id<schema::Account> id) {
    const auto account = db::find_account(book, id);
    const auto secret = random_secret();
    db::change_secrets(book, [&](db::SecretWrite& write) {
        const auto before = db::totp_secret(write.book(), id);
        if (!account || (before && before->confirmed)) {
            throw schema::changed("second factor",
                                  "is set up already",
                                  "take it out first",
                                  "needlebook account totp NAME --remove")
                .as("second_factor_there");
        }
        db::put_totp_secret(write, id, {.secret = secret});
    });
    return {.address = totp_address(secret, account->name, db::read_clinic(book).name),
            .typed = totp_typed(secret)};
}

std::vector<std::string> confirm_second_factor(db::Book& book,
                                               schema::Id<schema::Account> account,
                                               const std::string& code,
                                               Moment now) {
    std::vector<std::string> codes;
    db::change_secrets(book, [&](db::SecretWrite& write) {
        auto secret = db::totp_secret(write.book(), account);
        if (!secret || secret->confirmed) {
            throw schema::changed("second factor",
                                  secret ? "is set up already" : "was not begun",
                                  "begin anew",
                                  "needlebook account totp NAME")
                .as("second_factor_anew");
        }
        const auto step = step_of(secret->secret, code, now, secret->last_step);
        if (!step) {
            throw schema::refused("code",
                                  "is not the one that the app shows now",
                                  "look whether the clocks of both are right, and give the next")
                .as("second_factor_code");
        }
        secret->confirmed = true;
        secret->last_step = *step;
        db::put_totp_secret(write, account, *secret);
        codes = new_recovery_codes(write, account);
    });
    return codes;
}

void remove_second_factor(db::Book& book, schema::Id<schema::Account> account) {
    db::change_secrets(book, [&](db::SecretWrite& write) {
        db::remove_totp_secret(write, account);
        db::put_recovery_codes(write, account, {});
    });
}

bool has_second_factor(const db::Book& book, schema::Id<schema::Account> account) {
    const auto secret = db::totp_secret(book, account);
    return secret && secret->confirmed;
}

std::vector<std::string> owners_without_second_factor(const db::Book& book) {
    std::vector<std::string> names;
    for (const auto& account : db::all_accounts(book)) {
        if (account.active && account.role == schema::AccountRole::owner &&
            !has_second_factor(book, account.id)) {
            names.push_back(account.name);
        }
    }
    return names;
}

}  // namespace access_control
