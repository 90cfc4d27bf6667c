#pragma once
// A daemon of libmicrohttpd: a thread that reads connections, has their requests answered and sends
// the answers. Several share the threads that work.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "app/server/http/deadlines.h"
#include "app/server/http/delays.h"
#include "app/server/http/listener.h"
#include "app/server/http/mhd_messages.h"
#include "app/server/http/single_flight.h"

namespace server {

// What all daemons of a listener use.
class Works {
  public:
    Works(RequestHandler what, const Limits& bounds)
        : handler(std::move(what)), limits(bounds), deadlines(bounds.time), delays(bounds.guess) {}

    // From now on every new request is answered 503. Returns when what was begun is done, and its
    // answers were taken or had their time.
    void finish();
    bool is_finishing() const { return finishing_; }
    // Of requests that are under way.
    void count(int change);

    const RequestHandler handler;
    const Limits limits;
    Deadlines deadlines;
    Delays delays;
    SingleFlight flights;
    WorkerPools pools;

  private:
    std::atomic<bool> finishing_ = false;
    std::mutex mutex_;
    std::condition_variable all_done_;
    int under_way_ = 0;
};

class Daemon {
  public:
    // Takes connections on the socket. Throws schema::Error (refused) if it cannot begin.
    Daemon(Works& works, ListeningSocket socket);
    // Takes those that `add` brings: encrypted with the certificate, or without one those that
    // came to the network unencrypted.
    Daemon(Works& works, const ServedCertificate* certificate);
    ~Daemon() { stop(); }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    // The descriptor is the daemon's from now on, whether it takes the connection or not.
    void add(int socket, const SocketAddress& from);
    void take_no_more();
    void stop();

  private:
    struct Turn;

    void begin(unsigned flags, int listening_socket);
    MHD_Result step(MHD_Connection* connection, Turn& turn, const char* data, std::size_t* size);
    MHD_Result begin_turn(MHD_Connection* connection, Turn& turn);
    MHD_Result take(Turn& turn, const char* data, std::size_t* size) const;
    MHD_Result work(MHD_Connection* connection, Turn& turn);
    void go_on(MHD_Connection* connection, bool is_late);
    std::optional<Response> refusal(Turn& turn) const;
    Response fault(int status) const;

    // What the library calls, on its thread.
    static void* on_line(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result on_step(void* self,
                              MHD_Connection* connection,
                              const char* url,
                              const char* method,
                              const char* version,
                              const char* data,
                              std::size_t* size,
                              void** turn);
    static void on_end(void* self, MHD_Connection*, void** turn, MHD_RequestTerminationCode);
    static void on_connection(void* self,
                              MHD_Connection* connection,
                              void** socket,
                              MHD_ConnectionNotificationCode code);

    Works& works_;
    const Way way_;
    const ServedCertificate* const certificate_;
    MHD_Daemon* daemon_ = nullptr;
};

}  // namespace server
