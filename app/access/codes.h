#pragma once
// Codes that are told once and taken once: ten for when the second factor is lost, and one that
// lets somebody choose a new password.

#include <chrono>
#include <string>
#include <vector>

#include "app/access/grant.h"
#include "db/secrets/one_time_codes.h"

namespace access_control {

inline constexpr int recovery_codes = 10;
inline constexpr std::chrono::hours reset_code_lasts{24};

// Ten new ones in the place of those that the account had.
std::vector<std::string> new_recovery_codes(db::SecretWrite write,
                                            schema::Id<schema::Account> account);

// A new one in the place of the one before, for 24 h.
std::string new_reset_code(db::SecretWrite write, schema::Id<schema::Account> account, Moment now);

}  // namespace access_control
