#pragma once
// Requests and answers as libmicrohttpd has them.

#include "app/libraries/microhttpd.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"

namespace server {

// The headers of a request, names in lower case, in their order.
Pairs headers_of(MHD_Connection* connection);

// The descriptor of its socket; -1 if the library does not say.
int socket_of(MHD_Connection* connection);

// What the library's callback is to return: MHD_NO ends the connection.
MHD_Result send(MHD_Connection* connection, const Response& answer);

}  // namespace server
