#pragma once
// The last entry that the log of who read what (db/access_log) had when somebody last signed in or
// out: what a log must still have.

#include <optional>

#include "db/access_log/access_entry.h"
#include "db/secrets/secret_write.h"

namespace db {

// Nothing where no log is known of.
std::optional<AccessEnd> access_head(const Book& book);

// Keeps it, unless a later one is kept. Of a log with an entry.
void keep_access_head(SecretWrite write, const AccessEnd& end);

// From now on no log is known of: it was given up, or this is a copy without it. Nothing in a book
// of a version that has no place for one.
void forget_access_head(Connection& connection);

}  // namespace db
