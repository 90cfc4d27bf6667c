#pragma once
// Who is at the other end of a connection.

#include <string>

struct MHD_Connection;

namespace server {

// Its address, "127.0.0.1"; nothing if it cannot be told.
std::string client_address(MHD_Connection* connection);

}  // namespace server
