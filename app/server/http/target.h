#pragma once
// The target of a request line, taken apart before it is decoded: a chart number may hold a slash.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/server/http/request.h"

namespace server {

// The text with %XX decoded, which must then be UTF-8 without control characters; else nothing.
std::optional<std::string> percent_decoded(std::string_view text);

// The text with everything encoded that is not unreserved in a URL.
std::string percent_encoded(std::string_view text);

struct Target {
    // "/" has none; "/a//b" an empty one in between. May hold control characters but NUL: old books
    // have chart numbers with them.
    std::vector<std::string> segments;
    Pairs query;  // "+" is a blank there
};

// Nothing for a target that does not begin with a slash, or does not decode.
std::optional<Target> read_target(std::string_view text);

}  // namespace server
