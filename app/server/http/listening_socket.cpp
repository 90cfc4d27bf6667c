#include "app/server/http/listening_socket.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "schema/types/error.h"

namespace server {

namespace {

constexpr int waiting_connections = 511;

schema::Error cannot_listen(const SocketAddress& address, int why) {
    const bool is_loopback = address.address() == "127.0.0.1";
    const auto where = is_loopback ? fmt::format("port {}", address.port())
                                   : fmt::format("{}, port {}", address.address(), address.port());
    if (why == EADDRINUSE) {
        return schema::refused(where,
                               "is taken: perhaps Needlebook is being served there already",
                               fmt::format("use the window that is open, or give another: {}",
                                           is_loopback ? "--port 8421" : "--listen ADDRESS:8444"));
    }
    if (why == EADDRNOTAVAIL) {
        return schema::refused(where,
                               "is no address of this machine",
                               "give one that `ip address` shows, or 0.0.0.0 for all of them");
    }
    return schema::refused(
        where,
        fmt::format("cannot be listened on: {}", std::strerror(why)),
        is_loopback ? "give another: --port 8420" : "give another port: --listen ADDRESS:8443");
}

}  // namespace

ListeningSocket::ListeningSocket(const SocketAddress& address)
    : descriptor_(::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    const int on = 1;
    const bool is_six = address.family() == AF_INET6;
    // REUSEADDR lets a new start follow an old one at once, never two beside each other. Accepted
    // connections inherit NODELAY: without it a small answer waits 40 ms.
    const bool listens =
        descriptor_ >= 0 &&
        ::setsockopt(descriptor_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) == 0 &&
        (!is_six || ::setsockopt(descriptor_, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) == 0) &&
        ::bind(descriptor_, address.get(), address.size()) == 0 &&
        ::listen(descriptor_, waiting_connections) == 0;
    if (!listens) {
        const int why = errno;
        ::close(descriptor_);
        throw cannot_listen(address, why);
    }
}

ListeningSocket::~ListeningSocket() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

int ListeningSocket::port() const {
    const auto own = SocketAddress::own(descriptor_);
    return own ? own->port() : 0;
}

int ListeningSocket::release() {
    return std::exchange(descriptor_, -1);
}

}  // namespace server
