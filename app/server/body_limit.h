#pragma once
// How much a request may bring.

#include <cstddef>

#include "app/server/http/request.h"

namespace server {

// Bytes of its body at the most; less where anybody may ask.
std::size_t longest_body(const Request& request, bool is_of_anybody);

}  // namespace server
