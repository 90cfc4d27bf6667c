#include "app/access/sign_in.h"

#include <fmt/format.h>

#include "app/access/delay.h"
#include "app/access/password.h"
#include "app/access/random_token.h"
#include "app/access/totp.h"
#include "db/records/accounts.h"
#include "db/secrets/one_time_codes.h"
#include "db/secrets/passwords.h"
#include "db/secrets/totp_secrets.h"
#include "db/secrets/turns.h"

namespace access_control {

namespace {

using std::chrono::seconds;

// A disabled one is nobody.
std::optional<schema::Account> active_account(const db::Book& book, const std::string& name) {
    auto account = db::find_account(book, name);
    return account && account->active ? account : std::nullopt;
}

Guesser guesser_of(const std::optional<schema::Account>& account, const std::string& address) {
    return {.who = account ? fmt::format("account {}", account->id.value) : "nobody",
            .where = "address " + address};
}

// Counts the guess as a failure until it is known to be none; 0, or how long it must wait.
seconds count_guess(db::Book& book, const Guesser& guesser, Moment now) {
    if (const auto wait = guesser.wait(book, now); wait > seconds(0)) {
        return wait;
    }
    seconds wait{};
    db::change_secrets(book, [&](db::SecretWrite& write) {
        wait = guesser.wait(book, now);  // somebody was quicker
        if (wait == seconds(0)) {
            guesser.failed(write, now);
        }
    });
    return wait;
}

bool take_code(db::SecretWrite write,
               schema::Id<schema::Account> account,
               db::TotpSecret secret,
               const std::string& code,
               Moment now) {
    if (const auto step = step_of(secret.secret, code, now, secret.last_step)) {
        secret.last_step = *step;
        db::put_totp_secret(write, account, secret);
        return true;
    }
    return db::take_recovery_code(write, account, code_hash(code));
}

// Of who gave the right password.
Outcome look_at_code(db::SecretWrite write,
                     schema::Id<schema::Account> account,
                     const Credentials& given,
                     Moment now) {
    const auto secret = db::totp_secret(write.book(), account);
    if (!secret || !secret->confirmed) {
        return Outcome::passed;
    }
    if (!given.code) {
        return Outcome::code_wanted;
    }
    return take_code(write, account, *secret, *given.code, now) ? Outcome::passed
                                                                : Outcome::refused;
}

}  // namespace

Checked check(db::Book& book, const Credentials& given, Moment now) {
    const auto account = active_account(book, given.name);
    const auto guesser = guesser_of(account, given.address);
    if (const auto wait = count_guess(book, guesser, now); wait > seconds(0)) {
        return {.outcome = Outcome::delayed, .wait = wait};
    }
    const auto hash = account ? db::password_hash(book, account->id) : std::nullopt;
    Checked checked{.outcome = Outcome::refused};
    if (is_hash_of(hash, given.password)) {
        db::change_secrets(book, [&](db::SecretWrite& write) {
            checked.outcome = look_at_code(write, account->id, given, now);
            if (checked.outcome == Outcome::passed) {
                guesser.passed(write);
            } else if (checked.outcome == Outcome::code_wanted) {
                guesser.take_back(write, now);
            }
        });
    }
    if (checked.outcome == Outcome::passed) {
        checked.account = account;
    } else if (checked.outcome == Outcome::refused) {
        checked.wait = guesser.wait(book, now);
    }
    return checked;
}

Checked reset_password(db::Book& book, const Credentials& given, Moment now) {
    refuse_password(given.password, given.name);
    const auto account = active_account(book, given.name);
    const auto guesser = guesser_of(account, given.address);
    if (const auto wait = count_guess(book, guesser, now); wait > seconds(0)) {
        return {.outcome = Outcome::delayed, .wait = wait};
    }
    const auto code = code_hash(given.code.value_or(""));
    const auto seconds_now = kept(now);
    const auto hash = hash_secret(given.password);
    Checked checked{.outcome = Outcome::refused};
    db::change_secrets(book, [&](db::SecretWrite& write) {
        if (!account || !db::has_reset_code(book, account->id, code, seconds_now)) {
            return;
        }
        db::put_password(write, account->id, hash, seconds_now);
        db::remove_reset_code(write, account->id);
        db::end_turns_of(write, account->id);
        guesser.passed(write);
        checked = {.outcome = Outcome::passed, .account = account};
    });
    if (checked.outcome == Outcome::refused) {
        checked.wait = guesser.wait(book, now);
    }
    return checked;
}

Checked change_password(db::Book& book,
                        const Credentials& given,
                        const std::string& fresh,
                        Moment now) {
    refuse_password(fresh, given.name);
    auto checked = check(book, given, now);
    if (checked.outcome == Outcome::passed) {
        const auto hash = hash_secret(fresh);
        db::change_secrets(book, [&](db::SecretWrite& write) {
            db::put_password(write, checked.account->id, hash, now.time_since_epoch().count());
            db::end_turns_of(write, checked.account->id);
        });
    }
    return checked;
}

std::int64_t evaluated() {
    return hashes_compared();
}

}  // namespace access_control
