#include "app/server/http/client_address.h"

#include <array>
#include <cstring>

#include <arpa/inet.h>

#include "app/libraries/microhttpd.h"

namespace server {

using libraries::microhttpd;

std::string client_address(MHD_Connection* connection) {
    const auto* info =
        microhttpd().get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (info == nullptr || info->client_addr == nullptr ||
        info->client_addr->sa_family != AF_INET) {
        return "";
    }
    sockaddr_in address{};
    std::memcpy(&address, info->client_addr, sizeof address);
    const auto* written =
        ::inet_ntop(AF_INET, &address.sin_addr, text.data(), static_cast<socklen_t>(text.size()));
    return written == nullptr ? "" : written;
}

}  // namespace server
