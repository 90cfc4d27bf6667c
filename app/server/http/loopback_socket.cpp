#include "app/server/http/loopback_socket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "schema/types/error.h"

namespace server {

namespace {

constexpr int waiting_connections = 511;

schema::Error cannot_listen(int port, int why) {
    const auto where = fmt::format("port {}", port);
    if (why == EADDRINUSE) {
        return schema::refused(where,
                               "is taken: perhaps Needlebook is being served there already",
                               "use the window that is open, or give another: --port 8421");
    }
    return schema::refused(where,
                           fmt::format("cannot be listened on: {}", std::strerror(why)),
                           "give another: --port 8420");
}

}  // namespace

LoopbackSocket::LoopbackSocket(int port)
    : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const int on = 1;
    // REUSEADDR lets a new start follow an old one at once, never two beside each other. Accepted
    // connections inherit NODELAY: without it a small answer waits 40 ms.
    const bool listens =
        descriptor_ >= 0 &&
        ::setsockopt(descriptor_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) == 0 &&
        ::bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::listen(descriptor_, waiting_connections) == 0;
    if (!listens) {
        const int why = errno;
        ::close(descriptor_);
        throw cannot_listen(port, why);
    }
}

LoopbackSocket::~LoopbackSocket() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

int LoopbackSocket::port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

int LoopbackSocket::release() {
    return std::exchange(descriptor_, -1);
}

std::string peer_address(int socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    std::array<char, INET_ADDRSTRLEN> text{};
    const bool is_told =
        ::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
        address.sin_family == AF_INET &&
        ::inet_ntop(AF_INET, &address.sin_addr, text.data(), static_cast<socklen_t>(text.size())) !=
            nullptr;
    return is_told ? text.data() : "";
}

}  // namespace server
