#pragma once
// Proving who one is, by name and password and, where the account has it, a code that changes with
// the time. Guessing is slowed down: delay.h.

#include <chrono>
#include <optional>
#include <string>

#include "app/access/grant.h"
#include "db/book.h"
#include "schema/records/account.h"

namespace access_control {

// What somebody gives.
struct Credentials {
    std::string name;
    std::string password;
    std::optional<std::string> code{};  // six digits, or a recovery code
    std::string address{};              // where they ask from: "127.0.0.1"
};

enum class Outcome {
    passed,
    refused,      // name, password or code: which, nobody is told
    code_wanted,  // the password is right, and the account asks for a code too
    delayed,      // not looked at: too many failures before
};

struct Checked {
    Outcome outcome{};
    std::optional<schema::Account> account{};  // who it is, once passed; active
    std::chrono::seconds wait{};               // until the next guess is looked at
};

// Looks at the credentials. A failure is kept before the password is looked at, so that guesses at
// the same time count too, and taken back when all is right. Exactly one password hash is computed,
// whatever the name, but none when delayed. A code is taken once. Throws schema::Error as a write:
// busy, unavailable; refused for a book that can only be read.
Checked check(db::Book& book, const Credentials& given, Moment now);

// A new password for who has a one-time code for it (codes.h) instead of the old one; every device
// of theirs is signed out. Delayed, refused and kept as above. Throws schema::Error (refused) for a
// password that is not taken (password.h).
Checked reset_password(db::Book& book,
                       const Credentials& given,  // its code is the one-time code, its password new
                       Moment now);

// A new password for who gives the one before, and a code where the account asks for one; every
// device of theirs is signed out. Delayed, refused and kept as `check`. Throws schema::Error
// (refused) for a password that is not taken (password.h).
Checked change_password(db::Book& book,
                        const Credentials& given,
                        const std::string& fresh,
                        Moment now);

// How many password hashes this process computed to look at somebody's guesses; for tests.
std::int64_t evaluated();

}  // namespace access_control
