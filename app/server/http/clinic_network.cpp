#include "app/server/http/clinic_network.h"

#include <array>
#include <cstdint>

#include <arpa/inet.h>

namespace server {

namespace {

bool is_private(const in_addr& address) {
    const auto bits = ntohl(address.s_addr);
    const auto is_of = [&](std::uint32_t network, unsigned length) {
        return (bits >> (32U - length)) == (network >> (32U - length));
    };
    return is_of(0x0a000000, 8) || is_of(0xac100000, 12) || is_of(0xc0a80000, 16) ||
           is_of(0xa9fe0000, 16);
}

bool is_private(const in6_addr& address) {
    const auto& bytes = address.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&address)) {
        in_addr inner{};
        inner.s_addr = htonl(static_cast<std::uint32_t>(bytes[12]) << 24U |
                             static_cast<std::uint32_t>(bytes[13]) << 16U |
                             static_cast<std::uint32_t>(bytes[14]) << 8U | bytes[15]);
        return is_private(inner);
    }
    return (bytes[0] & 0xfeU) == 0xfcU || (bytes[0] == 0xfe && (bytes[1] & 0xc0U) == 0x80U);
}

bool has_passed_a_proxy(const Request& request) {
    constexpr std::array signs{"forwarded", "x-forwarded-for", "x-real-ip", "via"};
    for (const auto* sign : signs) {
        if (request.header(sign)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_from_clinic_network(const Request& request) {
    const auto address = request.address.substr(0, request.address.find('%'));  // without zone
    in_addr four{};
    in6_addr six{};
    const bool is_near = ::inet_pton(AF_INET, address.c_str(), &four) == 1
                             ? is_private(four)
                             : ::inet_pton(AF_INET6, address.c_str(), &six) == 1 && is_private(six);
    return is_near && !has_passed_a_proxy(request);
}

}  // namespace server
