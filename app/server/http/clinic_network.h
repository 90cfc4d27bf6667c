#pragma once
// Whether who asks is on the clinic's own network.

#include "app/server/http/request.h"

namespace server {

// Whether the request comes from an address that is not of the public network: of IPv4 those of RFC
// 1918 and link-local ones, of IPv6 unique local (RFC 4193) and link-local ones. This machine
// itself is none: what comes from there may have passed a proxy; nor is what says that it passed
// one.
bool is_from_clinic_network(const Request& request);

}  // namespace server
