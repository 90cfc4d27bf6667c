#include "app/server/http/socket_address.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <fmt/format.h>

#include "schema/types/text.h"

namespace server {

namespace {

constexpr int highest_port = 65535;

std::string numeric(int family, const void* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    return ::inet_ntop(family, address, text.data(), static_cast<socklen_t>(text.size())) == nullptr
               ? ""
               : text.data();
}

struct Parts {
    std::string address;
    std::optional<std::string> port;
};

std::optional<Parts> parts_of(std::string_view text) {
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        const auto rest = text.substr(end + 1);
        if (!rest.empty() && rest.front() != ':') {
            return std::nullopt;
        }
        return Parts{std::string(text.substr(1, end - 1)),
                     rest.empty() ? std::nullopt : std::optional(std::string(rest.substr(1)))};
    }
    const auto colon = text.find(':');
    const bool is_alone = colon == std::string_view::npos || text.find(':', colon + 1) != text.npos;
    if (is_alone) {
        return Parts{std::string(text), std::nullopt};
    }
    return Parts{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

}  // namespace

SocketAddress SocketAddress::loopback(int port) {
    return *read("127.0.0.1", port);
}

std::optional<SocketAddress> SocketAddress::read(std::string_view text, int usual_port) {
    const auto parts = parts_of(text);
    if (!parts) {
        return std::nullopt;
    }
    const auto port =
        parts->port ? schema::Text<int>::read(*parts->port) : std::optional<int>(usual_port);
    if (!port || *port < 0 || *port > highest_port) {
        return std::nullopt;
    }
    const auto number = htons(static_cast<std::uint16_t>(*port));
    SocketAddress found;
    sockaddr_in four{};
    if (::inet_pton(AF_INET, parts->address.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = number;
        reinterpret_cast<sockaddr_in&>(found.storage_) = four;
        return found;
    }
    sockaddr_in6 six{};
    if (::inet_pton(AF_INET6, parts->address.c_str(), &six.sin6_addr) == 1) {
        six.sin6_family = AF_INET6;
        six.sin6_port = number;
        reinterpret_cast<sockaddr_in6&>(found.storage_) = six;
        return found;
    }
    return std::nullopt;
}

std::optional<SocketAddress> SocketAddress::own(int socket) {
    SocketAddress found;
    socklen_t size = sizeof found.storage_;
    return ::getsockname(socket, reinterpret_cast<sockaddr*>(&found.storage_), &size) == 0
               ? std::optional(found)
               : std::nullopt;
}

std::optional<SocketAddress> SocketAddress::of_peer(int socket) {
    SocketAddress found;
    socklen_t size = sizeof found.storage_;
    return ::getpeername(socket, reinterpret_cast<sockaddr*>(&found.storage_), &size) == 0
               ? std::optional(found)
               : std::nullopt;
}

int SocketAddress::port() const {
    return ntohs(family() == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(storage_).sin6_port
                                      : reinterpret_cast<const sockaddr_in&>(storage_).sin_port);
}

std::string SocketAddress::address() const {
    return family() == AF_INET6
               ? numeric(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(storage_).sin6_addr)
               : numeric(AF_INET, &reinterpret_cast<const sockaddr_in&>(storage_).sin_addr);
}

bool SocketAddress::is_any() const {
    return address() == "0.0.0.0" || address() == "::";
}

socklen_t SocketAddress::size() const {
    return family() == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
}

std::optional<std::string> ip_address(std::string_view text) {
    in_addr four{};
    in6_addr six{};
    const std::string given(text);
    if (::inet_pton(AF_INET, given.c_str(), &four) == 1) {
        return numeric(AF_INET, &four);
    }
    return ::inet_pton(AF_INET6, given.c_str(), &six) == 1 ? std::optional(numeric(AF_INET6, &six))
                                                           : std::nullopt;
}

std::string host_text(const std::string& name) {
    return name.find(':') == std::string::npos ? name : "[" + name + "]";
}

std::string network_of(const std::string& address) {
    in6_addr six{};
    if (::inet_pton(AF_INET6, address.c_str(), &six) != 1) {
        return address;
    }
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), std::uint8_t{0});
    return numeric(AF_INET6, &six) + "/64";
}

}  // namespace server
