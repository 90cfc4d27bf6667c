#pragma once
// Codes that change with the time (RFC 6238: SHA-1, 30 s, six digits), as every app makes them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/access/grant.h"

namespace access_control {

inline constexpr int totp_step_seconds = 30;

std::int64_t totp_step(Moment moment);

// The code of a step; the secret as hexadecimal digits. Of six digits, or up to eight.
std::string totp_code(const std::string& secret, std::int64_t step, unsigned digits = 6);

// The step that the code is of: the one now, or one before or after it, for clocks that differ, but
// later than `last_step`: a code is taken once. Nothing for any other text.
std::optional<std::int64_t> step_of(const std::string& secret,
                                    std::string_view code,
                                    Moment now,
                                    std::int64_t last_step);

// "otpauth://totp/…", as an app reads it from a picture; the secret is in it.
std::string totp_address(const std::string& secret,
                         std::string_view account,
                         std::string_view clinic);
// The secret as one types it into an app: base32.
std::string totp_typed(const std::string& secret);

}  // namespace access_control
