#pragma once
// HTTP on sockets: takes requests, has them answered, sends the answers. libmicrohttpd does the
// protocol (daemon.h).

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/server/http/listening_socket.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"
#include "app/server/worker_pools.h"

namespace server {

// Where a request is worked on.
struct Placement {
    WorkerPool pool = WorkerPool::network;
    std::size_t client = 0;  // who asks: see WorkerPools::add
    // Requests that say the same here and wait are answered together, by the answer to the first.
    // Empty: this one by itself.
    std::string same_as{};
};

// What is behind the listener. None of these may throw; the first three run on the network's
// thread and must be quick.
struct RequestHandler {
    // A refusal that needs no body to be read; nothing for a request to go on with.
    std::function<std::optional<Response>(const Request&)> refusal;
    // How many bytes its body may have.
    std::function<std::size_t(const Request&)> body_limit;
    std::function<Placement(const Request&)> placement;
    // On a thread of that pool.
    std::function<Response(const Request&)> answer;
    // The answer when the pool is full or the server is about to stop, and to what breaks the
    // limits or the rules of HTTP.
    std::function<Response(int status)> fault;
};

struct Limits {
    std::size_t connections = 2048;           // of this machine, and as many of the network
    std::size_t request_head = 32 * 1024;     // bytes of request line and headers together
    std::chrono::milliseconds time{60'000};   // for a request to come, for an answer to be taken
    std::chrono::milliseconds grace{10'000};  // for answers to be taken when it stops
    std::chrono::milliseconds guess{500};     // that the answer to a guess of a secret waits
};

class Daemon;
class ServedCertificate;
class Works;

// Sockets that take encrypted connections. What is not encrypted is told so, on the same port.
struct Encrypted {
    std::vector<ListeningSocket> sockets;
    const ServedCertificate& certificate;  // outlives the listener
};

class Listener {
  public:
    // Throws schema::Error (refused) if it cannot begin.
    Listener(ListeningSocket loopback,
             RequestHandler handler,
             const Limits& limits,
             std::optional<Encrypted> network = std::nullopt);
    // As `stop`.
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    // Takes no new connection, finishes all requests that have come, and returns.
    void stop();

  private:
    class Network;
    bool is_stopped_ = false;
    std::unique_ptr<Works> works_;
    std::unique_ptr<Daemon> loopback_;
    std::unique_ptr<Network> network_;
};

}  // namespace server
