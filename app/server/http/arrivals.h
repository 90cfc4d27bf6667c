#pragma once
// Connections that come from the network, before anybody reads them: the first byte tells whether
// they begin to encrypt (RFC 8446, 5.1: a handshake is a record of type 22) or somebody has typed
// http://. One that says nothing waits here, where it costs a descriptor and no more, and makes
// room for others first.

#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <thread>
#include <unordered_map>
#include <vector>

#include "app/server/http/listening_socket.h"

namespace server {

struct Limits;

class Arrivals {
  public:
    // `take` is called on a thread of this object with a connection of which the first byte has
    // come; the descriptor is its own from then on. At most limits.connections wait, each at most
    // ten seconds, or limits.time where that is less.
    Arrivals(std::vector<ListeningSocket> sockets,
             const Limits& limits,
             std::function<void(int socket, const SocketAddress& from, bool is_encrypted)> take);
    ~Arrivals() { stop(); }
    Arrivals(const Arrivals&) = delete;
    Arrivals& operator=(const Arrivals&) = delete;

    // Takes no more, and ends those that wait.
    void stop();

  private:
    using Clock = std::chrono::steady_clock;
    struct Waiting {
        int socket = -1;
        Clock::time_point until;
    };

    void run();
    void accept_all(int listening);
    void look_at(int socket);
    void forget(int socket);  // it is somebody else's
    void end_oldest();
    void end_overdue();

    std::vector<ListeningSocket> sockets_;
    const std::size_t most_;
    const std::chrono::milliseconds limit_;
    const std::function<void(int, const SocketAddress&, bool)> take_;
    std::list<Waiting> waiting_;  // in the order in which they came
    std::unordered_map<int, std::list<Waiting>::iterator> places_;
    int events_ = -1;    // epoll
    int stopping_ = -1;  // eventfd
    std::thread thread_;
};

}  // namespace server
