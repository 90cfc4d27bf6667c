#pragma once
// Base64 as JSON carries it (RFC 4648, with padding, in one line).

#include <optional>
#include <string>
#include <string_view>

namespace exchange {

std::string base64(std::string_view bytes);
// Nothing for what is none.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace exchange
