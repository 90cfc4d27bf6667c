#pragma once
// Tokens by which programs ask, each with the rights that it lists. That one was made or revoked,
// and by whom, is a ledger entry; the token itself, its name and rights are not of record.

#include <optional>
#include <string>

#include "app/access/grant.h"
#include "db/ledger/transact.h"

namespace tracking {

// Makes a token, which is told this once and not at all when the submission's key was known. Its
// rights are those of its maker that it lists, as long as the maker has them. Throws schema::Error:
// refused for a name that is no line, a moment that is over, no rights, and in a book without
// accounts; changed for a name that a token in force has; forbidden for a right that the maker has
// not.
std::optional<std::string> add_token(db::Book& book,
                                     const db::Submission& submission,
                                     const std::string& name,
                                     const access_control::Rights& rights,
                                     std::optional<access_control::Moment> until,
                                     access_control::Moment now);

// The token lets nobody in any more; the answer is the id. Throws schema::Error: missing, changed
// for one that was revoked.
db::Receipt revoke_token(db::Book& book, const db::Submission& submission, std::int64_t id);

}  // namespace tracking
