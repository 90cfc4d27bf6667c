#include "app/server/http/listener.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>

#include <unistd.h>

#include "app/libraries/microhttpd.h"
#include "app/server/http/deadlines.h"
#include "app/server/http/delays.h"
#include "app/server/http/framing.h"
#include "app/server/http/single_flight.h"
#include "app/server/http/target.h"
#include "schema/types/error.h"

namespace server {

using libraries::microhttpd;

namespace {

// A request under way and what becomes of it.
struct Turn {
    Request request;
    std::optional<Response> answer{};
    std::size_t body_limit = 0;
    std::size_t body_seen = 0;
    bool begun = false;
};

MHD_Result keep_header(void* pairs,
                       MHD_ValueKind,
                       const char* name,
                       std::size_t name_size,
                       const char* value,
                       std::size_t value_size) {
    static_cast<Pairs*>(pairs)->emplace_back(
        lower_case({name, name_size}), value == nullptr ? "" : std::string(value, value_size));
    return MHD_YES;
}

int socket_of(MHD_Connection* connection) {
    const auto* info =
        microhttpd().get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

MHD_Response* response_of(const Response& answer) {
    const auto bytes = answer.bytes();
    // The library asks for a pointer to bytes that it may not write to, and does not.
    auto* const data = const_cast<char*>(bytes.data());
    if (!answer.body) {
        return microhttpd().create_response_from_buffer(bytes.size(), data, MHD_RESPMEM_PERSISTENT);
    }
    auto owner = std::make_unique<std::shared_ptr<const std::string>>(answer.body);
    auto* const made = microhttpd().create_response_from_buffer_with_free_callback_cls(
        bytes.size(),
        data,
        [](void* kept) { delete static_cast<std::shared_ptr<const std::string>*>(kept); },
        owner.get());
    if (made != nullptr) {
        owner.release();
    }
    return made;
}

MHD_Result send(MHD_Connection* connection, const Response& answer) {
    auto* const response = response_of(answer);
    if (response == nullptr) {
        return MHD_NO;
    }
    if (!answer.content_type.empty()) {
        microhttpd().add_response_header(response, "Content-Type", answer.content_type.c_str());
    }
    for (const auto& [name, value] : answer.headers) {
        microhttpd().add_response_header(response, name.c_str(), value.c_str());
    }
    if (answer.closes) {
        microhttpd().add_response_header(response, "Connection", "close");
    }
    const auto queued =
        microhttpd().queue_response(connection, static_cast<unsigned>(answer.status), response);
    microhttpd().destroy_response(response);
    return queued;
}

}  // namespace

class Listener::Daemon {
  public:
    Daemon(LoopbackSocket socket, RequestHandler handler, const Limits& limits);
    ~Daemon() { stop(); }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    void stop();

  private:
    MHD_Result step(MHD_Connection* connection, Turn& turn, const char* data, std::size_t* size);
    MHD_Result begin(MHD_Connection* connection, Turn& turn);
    MHD_Result take(Turn& turn, const char* data, std::size_t* size) const;
    MHD_Result work(MHD_Connection* connection, Turn& turn);
    void go_on(MHD_Connection* connection, bool is_late);
    std::optional<Response> refusal(Turn& turn) const;
    Response fault(int status) const;
    void count(int change);

    // What the library calls.
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

    const RequestHandler handler_;
    const Limits limits_;
    Deadlines deadlines_;
    Delays delays_;
    SingleFlight flights_;
    WorkerPools pools_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::condition_variable all_done_;
    int under_way_ = 0;
    MHD_Daemon* daemon_ = nullptr;
};

Listener::Daemon::Daemon(LoopbackSocket socket, RequestHandler handler, const Limits& limits)
    : handler_(std::move(handler)),
      limits_(limits),
      deadlines_(limits.time),
      delays_(limits.guess) {
    // Twice as long as `deadlines_` allow, for a connection that they do not watch.
    const auto seconds = static_cast<unsigned>(limits.time.count() / 500 + 1);
    daemon_ = microhttpd().start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME,
                                        0,
                                        nullptr,
                                        nullptr,
                                        &on_step,
                                        this,
                                        MHD_OPTION_LISTEN_SOCKET,
                                        socket.release(),
                                        MHD_OPTION_URI_LOG_CALLBACK,
                                        &on_line,
                                        this,
                                        MHD_OPTION_NOTIFY_COMPLETED,
                                        &on_end,
                                        this,
                                        MHD_OPTION_NOTIFY_CONNECTION,
                                        &on_connection,
                                        this,
                                        MHD_OPTION_CONNECTION_LIMIT,
                                        static_cast<unsigned>(limits.connections),
                                        MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                        limits.request_head,
                                        MHD_OPTION_CONNECTION_TIMEOUT,
                                        seconds,
                                        MHD_OPTION_STRICT_FOR_CLIENT,
                                        1,
                                        MHD_OPTION_END);
    if (daemon_ == nullptr) {
        throw schema::refused("serve", "the server cannot begin", "look at the system's limits");
    }
}

void Listener::Daemon::stop() {
    if (daemon_ == nullptr) {
        return;
    }
    stopping_ = true;
    ::close(microhttpd().quiesce_daemon(daemon_));
    pools_.finish();
    delays_.finish();
    {
        std::unique_lock lock(mutex_);
        all_done_.wait_for(lock, limits_.grace, [this] { return under_way_ == 0; });
    }
    microhttpd().stop_daemon(daemon_);
    daemon_ = nullptr;
}

void Listener::Daemon::count(int change) {
    const std::lock_guard lock(mutex_);
    under_way_ += change;
    if (under_way_ == 0) {
        all_done_.notify_all();
    }
}

Response Listener::Daemon::fault(int status) const {
    auto answer = handler_.fault(status);
    answer.closes = true;
    return answer;
}

std::optional<Response> Listener::Daemon::refusal(Turn& turn) const {
    auto& request = turn.request;
    auto target = read_target(request.target);
    if (!target || !is_framed(request)) {
        return fault(400);
    }
    request.segments = std::move(target->segments);
    request.query = std::move(target->query);
    if (stopping_) {
        return fault(503);
    }
    if (auto refused = handler_.refusal(request)) {
        return refused;
    }
    turn.body_limit = handler_.body_limit(request);
    return declared_length(request) > turn.body_limit ? std::optional(fault(413)) : std::nullopt;
}

MHD_Result Listener::Daemon::begin(MHD_Connection* connection, Turn& turn) {
    microhttpd().get_connection_values_n(
        connection, MHD_HEADER_KIND, &keep_header, &turn.request.headers);
    turn.request.address = peer_address(socket_of(connection));
    turn.answer = refusal(turn);
    if (!turn.answer) {
        return MHD_YES;
    }
    const auto& request = turn.request;
    const bool has_body = declared_length(request) > 0 || request.header("transfer-encoding");
    // The library leaves a body unread after these two methods only; of the others it is taken and
    // thrown away.
    const bool may_be_early = request.method == "POST" || request.method == "PUT";
    if (has_body) {
        turn.answer->closes = true;
    }
    return has_body && may_be_early ? send(connection, *turn.answer) : MHD_YES;
}

MHD_Result Listener::Daemon::take(Turn& turn, const char* data, std::size_t* size) const {
    constexpr std::size_t thrown_away = 1024 * 1024;
    turn.body_seen += *size;
    if (turn.answer) {
        turn.request.body.clear();
        const bool too_much = turn.body_seen > turn.body_limit + thrown_away;
        *size = 0;
        return too_much ? MHD_NO : MHD_YES;
    }
    if (turn.body_seen > turn.body_limit) {
        turn.answer = fault(413);
    } else {
        turn.request.body.append(data, *size);
    }
    *size = 0;
    return MHD_YES;
}

MHD_Result Listener::Daemon::work(MHD_Connection* connection, Turn& turn) {
    deadlines_.pause(socket_of(connection));
    const auto placement = handler_.placement(turn.request);
    if (placement.pool == WorkerPool::network) {
        turn.answer = handler_.answer(turn.request);
        if (turn.answer->is_late) {
            microhttpd().suspend_connection(connection);
            go_on(connection, true);
            return MHD_YES;
        }
        deadlines_.watch(socket_of(connection));
        return send(connection, *turn.answer);
    }
    // Suspended first: the work may be done before `add` returns.
    microhttpd().suspend_connection(connection);
    auto flight =
        flights_.join(placement.same_as, [this, connection, &turn](const Response& answer) {
            turn.answer = answer;
            go_on(connection, answer.is_late);
        });
    if (!flight) {
        return MHD_YES;  // the one that waits already is answered to this one too
    }
    // The first one's request lives until it is answered.
    const bool taken =
        pools_.add(placement.pool, placement.client, [this, flight, &request = turn.request] {
            flights_.depart(*flight);
            flight->land(handler_.answer(request));
        });
    if (!taken) {
        flights_.depart(*flight);
        flight->land(fault(503));
    }
    return MHD_YES;
}

// Of a suspended connection, from any thread.
void Listener::Daemon::go_on(MHD_Connection* connection, bool is_late) {
    is_late ? delays_.add([connection] { microhttpd().resume_connection(connection); })
            : microhttpd().resume_connection(connection);
}

MHD_Result Listener::Daemon::step(MHD_Connection* connection,
                                  Turn& turn,
                                  const char* data,
                                  std::size_t* size) {
    if (!turn.begun) {
        turn.begun = true;
        return begin(connection, turn);
    }
    if (*size > 0) {
        return take(turn, data, size);
    }
    if (!turn.answer) {
        return work(connection, turn);
    }
    deadlines_.watch(socket_of(connection));
    return send(connection, *turn.answer);
}

void* Listener::Daemon::on_line(void* self, const char* target, MHD_Connection*) {
    try {
        auto turn = std::make_unique<Turn>();
        turn->request.target = target;
        static_cast<Daemon*>(self)->count(1);
        return turn.release();
    } catch (const std::exception&) {  // no memory; nothing may be thrown through the library
        return nullptr;
    }
}

MHD_Result Listener::Daemon::on_step(void* self,
                                     MHD_Connection* connection,
                                     const char*,
                                     const char* method,
                                     const char*,
                                     const char* data,
                                     std::size_t* size,
                                     void** turn) {
    auto* const under_way = static_cast<Turn*>(*turn);
    if (under_way == nullptr) {
        return MHD_NO;
    }
    try {
        if (!under_way->begun) {
            under_way->request.method = method;
        }
        return static_cast<Daemon*>(self)->step(connection, *under_way, data, size);
    } catch (const std::exception&) {  // no memory: this connection ends, the others go on
        return MHD_NO;
    }
}

void Listener::Daemon::on_end(void* self,
                              MHD_Connection* connection,
                              void** turn,
                              MHD_RequestTerminationCode) {
    const std::unique_ptr<Turn> done(static_cast<Turn*>(*turn));
    *turn = nullptr;
    if (done != nullptr) {
        auto& daemon = *static_cast<Daemon*>(self);
        daemon.deadlines_.watch(socket_of(connection));
        daemon.count(-1);
    }
}

void Listener::Daemon::on_connection(void* self,
                                     MHD_Connection* connection,
                                     void**,
                                     MHD_ConnectionNotificationCode code) {
    auto& deadlines = static_cast<Daemon*>(self)->deadlines_;
    const int socket = socket_of(connection);
    code == MHD_CONNECTION_NOTIFY_STARTED ? deadlines.watch(socket) : deadlines.forget(socket);
}

Listener::Listener(LoopbackSocket socket, RequestHandler handler, const Limits& limits)
    : daemon_(std::make_unique<Daemon>(std::move(socket), std::move(handler), limits)) {}

Listener::~Listener() = default;

void Listener::stop() {
    daemon_->stop();
}

}  // namespace server
