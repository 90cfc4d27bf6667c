#pragma once
// A listening socket on 127.0.0.1, and nowhere else.

#include <string>

namespace server {

class LoopbackSocket {
  public:
    // Port 0 takes a free one. Throws schema::Error (refused) if the port is taken or not allowed.
    explicit LoopbackSocket(int port);
    ~LoopbackSocket();
    LoopbackSocket(LoopbackSocket&& other) noexcept : descriptor_(other.release()) {}
    LoopbackSocket(const LoopbackSocket&) = delete;
    LoopbackSocket& operator=(const LoopbackSocket&) = delete;

    int port() const;
    // The descriptor, which is the caller's to close from now on.
    int release();

  private:
    int descriptor_ = -1;
};

// Where the other end of a connection is, "127.0.0.1"; empty if it cannot be told.
std::string peer_address(int socket);

}  // namespace server
