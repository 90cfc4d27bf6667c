#pragma once
// A listening socket.

#include "app/server/http/socket_address.h"

namespace server {

class ListeningSocket {
  public:
    // Port 0 takes a free one; an address of IPv6 takes no connections of IPv4. Throws
    // schema::Error (refused) if the port is taken or not allowed, or the address is not one of
    // this machine.
    explicit ListeningSocket(const SocketAddress& address);
    ~ListeningSocket();
    ListeningSocket(ListeningSocket&& other) noexcept : descriptor_(other.release()) {}
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;

    int descriptor() const { return descriptor_; }
    int port() const;
    // The descriptor, which is the caller's to close from now on.
    int release();

  private:
    int descriptor_ = -1;
};

}  // namespace server
