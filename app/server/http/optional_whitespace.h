#pragma once
// The blanks that may stand around values in HTTP headers (OWS of RFC 9110, section 5.6.3).

#include <string_view>

namespace server {

inline std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    const auto last = text.find_last_not_of(" \t");
    return first == std::string_view::npos ? "" : text.substr(first, last - first + 1);
}

}  // namespace server
