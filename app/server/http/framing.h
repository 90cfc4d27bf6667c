#pragma once
// What is looked at before a request is routed: whether its headers are headers, and where its body
// ends. The library takes more than HTTP allows.

#include <cstddef>
#include <string>
#include <string_view>

#include "app/server/http/request.h"

namespace server {

std::string lower_case(std::string_view ascii);

// Whether names and values of its headers are what RFC 9110 makes them of, there is one Host, and
// it is told in one way only where the body ends: two ways are how a request is smuggled past
// somebody.
bool is_framed(const Request& request);

// The bytes of its body as its header says; 0 without one, the highest number when it is none.
std::size_t declared_length(const Request& request);

}  // namespace server
