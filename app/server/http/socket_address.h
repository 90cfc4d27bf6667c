#pragma once
// An address of the network and a port.

#include <optional>
#include <string>
#include <string_view>

#include <netinet/in.h>
#include <sys/socket.h>

namespace server {

inline constexpr int https_port = 443;  // which an address of the web leaves out

class SocketAddress {
  public:
    static SocketAddress loopback(int port);  // 127.0.0.1
    // "192.168.1.10", "192.168.1.10:8443", "::1", "[fd00::5]:8443"; without a port `usual_port`.
    // Nothing for what is no address, a name for instance, or no port from 0 to 65535.
    static std::optional<SocketAddress> read(std::string_view text, int usual_port);
    // Of this end of a socket, or of the other one. Nothing if it cannot be told.
    static std::optional<SocketAddress> own(int socket);
    static std::optional<SocketAddress> of_peer(int socket);

    int port() const;
    // "192.168.1.10", "fd00::5": without the port, in the one form that inet_ntop gives.
    std::string address() const;
    // Whether it stands for every address of this machine: 0.0.0.0, ::.
    bool is_any() const;

    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage_); }
    socklen_t size() const;
    int family() const { return storage_.ss_family; }

  private:
    sockaddr_storage storage_{};
};

// Whether the text is an address of IPv4 or IPv6; then in the one form that inet_ntop gives.
std::optional<std::string> ip_address(std::string_view text);

// As a host stands in an address of the web: IPv6 in brackets. "fd00::5" -> "[fd00::5]".
std::string host_text(const std::string& name);

// The part of an address by which those who guess are told apart: of IPv6 the first 64 bits, of
// which a single machine can use every address (RFC 4291); else all of it.
std::string network_of(const std::string& address);

}  // namespace server
