#pragma once
// The grant of the program itself, for entries that nobody asks for: an update of its scales, what
// is left to do of an erasure. A test holds the list of files that include this.

#include "app/access/grant.h"

namespace access_control {

// `actor` stands in the ledger.
Grant own_grant(const std::string& actor);

}  // namespace access_control
