#pragma once
// The second factor of an account: an app that makes codes (totp.h). Whoever may act for the
// account sets it up; no ledger entry tells of it.

#include <string>
#include <vector>

#include "app/access/grant.h"

namespace access_control {

// What an app needs; told until it is confirmed.
struct NewSecondFactor {
    std::string address;  // "otpauth://totp/…", for a picture that the app reads
    std::string typed;    // the secret alone, as one types it in
};

// Draws a secret, which asks for nothing yet. Throws schema::Error (changed) while there is one
// that was confirmed.
NewSecondFactor begin_second_factor(db::Book& book, schema::Id<schema::Account> account);

// From now on signing in asks for a code; of a first one, so that the app works. Returns ten
// recovery codes, told this once. Throws schema::Error: refused for a code that is not right,
// changed where nothing was begun.
std::vector<std::string> confirm_second_factor(db::Book& book,
                                               schema::Id<schema::Account> account,
                                               const std::string& code,
                                               Moment now);

// Whether signing in asks for a code.
bool has_second_factor(const db::Book& book, schema::Id<schema::Account> account);

// The names of the active owners of whom no code is asked, by id.
std::vector<std::string> owners_without_second_factor(const db::Book& book);

// Signing in asks for no code any more, and the recovery codes are gone.
void remove_second_factor(db::Book& book, schema::Id<schema::Account> account);

}  // namespace access_control
