#pragma once
// A client that sends exactly the bytes that it is given, on a connection of its own, encrypted
// where the tests of this process go over TLS.

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/app/server/http/tls_client.h"

namespace server {

// Whom an encrypted connection trusts, and what it calls the server.
struct Trust {
    std::string authority;  // PEM
    std::string name = "127.0.0.1";
    const char* priorities = "NORMAL";
};

class Wire {
  public:
    // From an address of this machine: "127.0.0.7". Throws std::runtime_error where there is no
    // connection, or none that is trusted.
    explicit Wire(int port,
                  const std::string& from = "127.0.0.1",
                  const std::optional<Trust>& trust = std::nullopt)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in own{};
        own.sin_family = AF_INET;
        ::inet_pton(AF_INET, from.c_str(), &own.sin_addr);
        if (::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own) != 0) {
            throw std::runtime_error("no such address");
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            throw std::runtime_error("no connection");
        }
        if (trust) {
            try {
                encrypted_ = std::make_unique<TlsClient>(
                    socket_, trust->authority, trust->name, trust->priorities);
            } catch (...) {
                ::close(socket_);
                throw;
            }
        }
    }
    ~Wire() {
        encrypted_.reset();
        ::close(socket_);
    }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    void send(std::string_view bytes) const {
        if (encrypted_) {
            encrypted_->send(bytes);
            return;
        }
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return;  // the server has cut it off; what it said can still be read
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    // What comes until the connection ends, or nothing comes for so long.
    std::string read(int milliseconds) const {
        std::string all;
        if (encrypted_) {
            char bytes[65536];
            for (int count = 0;
                 (count = encrypted_->receive(bytes, sizeof bytes, socket_, milliseconds)) > 0;) {
                all.append(bytes, static_cast<std::size_t>(count));
            }
            return all;
        }
        pollfd waiting{socket_, POLLIN, 0};
        while (::poll(&waiting, 1, milliseconds) == 1) {
            char bytes[65536];
            const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
            if (count <= 0) {
                break;
            }
            all.append(bytes, static_cast<std::size_t>(count));
        }
        return all;
    }
    // Whether the server ends the connection within that time.
    bool ends_within(int milliseconds) const {
        pollfd waiting{socket_, POLLIN, 0};
        char byte = 0;
        if (encrypted_) {
            return encrypted_->receive(&byte, 1, socket_, milliseconds) == 0;
        }
        return ::poll(&waiting, 1, milliseconds) == 1 && ::recv(socket_, &byte, 1, 0) <= 0;
    }

    const TlsClient* encrypted() const { return encrypted_.get(); }

  private:
    int socket_;
    std::unique_ptr<TlsClient> encrypted_;
};

struct Reply {
    int status = 0;  // 0: nothing that is HTTP
    std::map<std::string, std::string> headers{};
    std::string body{};

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

// The first answer in the bytes.
inline Reply read_reply(const std::string& bytes) {
    Reply reply;
    const auto end = bytes.find("\r\n\r\n");
    if (!bytes.starts_with("HTTP/1.1 ") || end == std::string::npos) {
        return reply;
    }
    reply.status = std::stoi(bytes.substr(9, 3));
    for (auto at = bytes.find("\r\n") + 2; at < end;) {
        const auto stop = bytes.find("\r\n", at);
        const auto line = bytes.substr(at, stop - at);
        auto name = line.substr(0, line.find(':'));
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        reply.headers[name] = line.substr(std::min(line.size(), line.find(':') + 2));
        at = stop + 2;
    }
    reply.body = bytes.substr(end + 4);
    return reply;
}

// The bytes that come back for a request line, the headers given beside Host, and a body.
inline std::string exchange(int port,
                            const std::string& line,
                            const std::vector<std::pair<std::string, std::string>>& headers,
                            std::string_view body,
                            const std::string& from = "127.0.0.1",
                            const std::optional<Trust>& trust = std::nullopt) {
    std::string bytes = line + "\r\n";
    bool has_host = false;
    for (const auto& [name, value] : headers) {
        has_host = has_host || name == "Host";
        bytes += name + ": " + value + "\r\n";
    }
    bytes += has_host ? "" : "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
    bytes += body.empty() ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n";
    const Wire wire(port, from, trust);
    wire.send(bytes + "Connection: close\r\n\r\n" + std::string(body));
    return wire.read(20'000);
}

}  // namespace server
