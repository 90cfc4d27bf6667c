#pragma once
// The people of the clinic: each change is a ledger entry by somebody with the right manage_people.
// The last active owner stays one. What proves who somebody is never stands in the ledger.

#include <optional>
#include <string>

#include "app/access/grant.h"
#include "db/ledger/transact.h"
#include "schema/records/account.h"

namespace tracking {

inline constexpr std::size_t longest_account_name = 64;

// The account of this name, disabled or not. Throws schema::Error (missing) if there is none.
schema::Account account_named(const db::Book& book, const std::string& name);

// Stores a new account, which signs in with this password; the answer is its id. With the first one
// the clinic's key is made (clinic_key.h). From the first one
// on, whoever writes must have one. Throws schema::Error: refused for a name that is no line of at
// most 64 characters, a first account that is no owner, a password that is not taken
// (access_control::password_fault); changed for a name that somebody has, in whatever case and
// width.
db::Receipt add_account(db::Book& book,
                        const db::Submission& submission,
                        const schema::Account& account,
                        const std::string& password,
                        access_control::Moment now);

// What the account is from now on. Where it is so already, nothing is written. The answer is the
// id. Throws schema::Error: missing, refused for the last active owner.
db::Receipt set_role(db::Book& book,
                     const db::Submission& submission,
                     const std::string& name,
                     schema::AccountRole role);

// A disabled account may do nothing: it is signed out everywhere. Throws as above.
db::Receipt disable_account(db::Book& book,
                            const db::Submission& submission,
                            const std::string& name);
db::Receipt enable_account(db::Book& book,
                           const db::Submission& submission,
                           const std::string& name);

// What is to be otherwise of an account; what has no value stays.
struct AccountChange {
    std::optional<schema::AccountRole> role{};
    std::optional<bool> active{};
    // Empty: shown as the name.
    std::optional<std::string> display_name{};
};

// All of it in one entry. Throws as above; refused for a display name that is no line.
db::Receipt change_account(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<schema::Account> id,
                           const AccountChange& change);

// In which language somebody's own pages are; nothing = as their browser asks. Whoever acts changes
// it of themselves, whatever their role. Where it is so already, nothing is written. Throws
// schema::Error (refused) for a language other than en and ar, and in a book without accounts.
db::Receipt set_own_language(db::Book& book,
                             const db::Submission& submission,
                             const std::optional<std::string>& language);

enum class SecondFactor { stays, removed };

// A one-time code with which the account chooses a new password within 24 h
// (access_control::reset_password); told this once, and not at all when the submission's key was
// known. The password before goes on until then. Throws schema::Error (missing).
std::optional<std::string> reset_account(db::Book& book,
                                         const db::Submission& submission,
                                         const std::string& name,
                                         SecondFactor second_factor,
                                         access_control::Moment now);

// The same for an owner whom nobody else can let in, by the right of whoever may write the book's
// file; the account is enabled, its second factor removed. The ledger says who did it. Throws
// schema::Error: missing, refused for an account that is no owner.
std::optional<std::string> reset_owner(db::Book& book,
                                       const db::Submission& submission,
                                       const std::string& name,
                                       access_control::Moment now);

}  // namespace tracking
