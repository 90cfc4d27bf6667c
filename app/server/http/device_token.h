#pragma once
// How a browser and a program show who they are in a book with accounts: a cookie with the token of
// a device, and Authorization: Bearer with that of a program. A page of a device sends writes with
// a key that is made from the token, so that neither a restart nor anything but another token
// changes it.

#include <optional>
#include <string>
#include <string_view>

#include "app/server/http/request.h"

namespace server {

// The value of the cookie of that name; of several with the name the first.
std::optional<std::string> cookie_of(const Request& request, std::string_view name);

// The token after "Bearer"; nothing without such a header.
std::optional<std::string> bearer_token(const Request& request);

// What a page that has the token sends as X-Needlebook-Key: SHA-256 of a label and the token, as
// hex.
std::string page_key(std::string_view token);

}  // namespace server
