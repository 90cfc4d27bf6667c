#pragma once
// The people of the clinic and the browsers in which they signed in.

#include <optional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/account.h"
#include "schema/records/sign_in_device.h"

namespace db {

// Whether anybody has an account; if not, everybody may do everything.
bool has_accounts(const Book& book);

std::vector<schema::Account> all_accounts(const Book& book);  // by id, disabled ones too
// Disabled or not; nothing if there is none.
std::optional<schema::Account> find_account(const Book& book, schema::Id<schema::Account> id);
// By its name in whatever case and width (schema::identity).
std::optional<schema::Account> find_account(const Book& book, std::string_view name);

// Stores a new account, with the id that it has or else a new one. The database refuses a name that
// is taken.
schema::Id<schema::Account> insert_account(Write& write, const schema::Account& account);
// Replaces all that the account with this id says, and adds one to its version.
void update_account(Write& write, const schema::Account& account);

std::vector<schema::SignInDevice> all_devices(const Book& book);  // by id, revoked ones too
std::optional<schema::SignInDevice> find_device(const Book& book,
                                                schema::Id<schema::SignInDevice> id);
// As of accounts.
schema::Id<schema::SignInDevice> insert_device(Write& write, const schema::SignInDevice& device);
void update_device(Write& write, const schema::SignInDevice& device);

}  // namespace db
