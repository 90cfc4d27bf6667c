#include "app/server/http/daemon.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "app/server/http/framing.h"
#include "app/server/http/target.h"
#include "app/server/tls/served_certificate.h"
#include "schema/types/error.h"

namespace server {

using libraries::microhttpd;

namespace {

// Of TLS 1.2 only what has forward secrecy and authenticates with its encryption (RFC 9325); ours
// goes first. TLS 1.3 has nothing else.
constexpr const char* ciphers =
    "NONE:+VERS-TLS1.3:+VERS-TLS1.2:+ECDHE-ECDSA:+ECDHE-RSA:+AES-256-GCM:+CHACHA20-POLY1305:"
    "+AES-128-GCM:+AEAD:+COMP-NULL:+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP384R1:"
    "+SIGN-ECDSA-SECP256R1-SHA256:+SIGN-ECDSA-SHA256:+SIGN-ECDSA-SHA384:+SIGN-ECDSA-SECP384R1-"
    "SHA384:"
    "+SIGN-RSA-PSS-RSAE-SHA256:+SIGN-RSA-PSS-RSAE-SHA384:+SIGN-RSA-SHA256:+SIGN-RSA-SHA384:"
    "+SIGN-EDDSA-ED25519:+CTYPE-X509:%SERVER_PRECEDENCE";

// Of an unencrypted connection there is nothing but the way to the encrypted one.
constexpr std::size_t most_unencrypted = 64;

// So many of a daemon's connections one address may have: nobody takes all of them.
constexpr std::size_t share_of_an_address = 8;

// Each looks at all of its connections again whenever one of them does something (poll): the more
// threads share them, the fewer of those that stand still hold up the others.
constexpr std::intptr_t encrypting_threads = 4;

}  // namespace

void Works::finish() {
    finishing_ = true;
    pools.finish();
    delays.finish();
    std::unique_lock lock(mutex_);
    all_done_.wait_for(lock, limits.grace, [this] { return under_way_ == 0; });
}

void Works::count(int change) {
    const std::lock_guard lock(mutex_);
    under_way_ += change;
    if (under_way_ == 0) {
        all_done_.notify_all();
    }
}

// A request under way and what becomes of it.
struct Daemon::Turn {
    Request request;
    std::optional<Response> answer{};
    std::size_t body_limit = 0;
    std::size_t body_seen = 0;
    bool begun = false;
};

Daemon::Daemon(Works& works, ListeningSocket socket)
    : works_(works), way_(Way::loopback), certificate_(nullptr) {
    begin(0, socket.release());
}

Daemon::Daemon(Works& works, const ServedCertificate* certificate)
    : works_(works),
      way_(certificate == nullptr ? Way::unencrypted : Way::encrypted),
      certificate_(certificate) {
    begin(MHD_USE_NO_LISTEN_SOCKET | (certificate == nullptr ? 0U : unsigned{MHD_USE_TLS}), -1);
}

void Daemon::begin(unsigned flags, int listening_socket) {
    const auto& limits = works_.limits;
    const auto most = way_ == Way::unencrypted ? most_unencrypted : limits.connections;
    // Twice as long as `deadlines` allow, for a connection that they do not watch.
    const auto seconds = static_cast<unsigned>(limits.time.count() / 500 + 1);
    const auto pointer = [](const void* what) { return const_cast<void*>(what); };
    std::vector<MHD_OptionItem> more;
    if (listening_socket >= 0) {
        more.push_back({MHD_OPTION_LISTEN_SOCKET, listening_socket, nullptr});
    } else {
        more.push_back({MHD_OPTION_PER_IP_CONNECTION_LIMIT,
                        static_cast<std::intptr_t>(most / share_of_an_address + 1),
                        nullptr});
    }
    if (certificate_ != nullptr) {
        more.push_back({MHD_OPTION_THREAD_POOL_SIZE, encrypting_threads, nullptr});
        more.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, pointer(ciphers)});
        more.push_back({MHD_OPTION_HTTPS_CERT_CALLBACK,
                        0,
                        reinterpret_cast<void*>(&ServedCertificate::on_handshake)});
    }
    more.push_back({MHD_OPTION_END, 0, nullptr});
    // By epoll version 0.9.75 asks a connection that is in its handshake again and again, without a
    // pause, as long as the other side lets it wait; by poll it does not.
    const auto waiting = certificate_ == nullptr ? unsigned{MHD_USE_EPOLL_INTERNAL_THREAD}
                                                 : unsigned{MHD_USE_POLL_INTERNAL_THREAD};
    daemon_ = microhttpd().start_daemon(waiting | MHD_ALLOW_SUSPEND_RESUME | flags,
                                        0,
                                        nullptr,
                                        nullptr,
                                        &on_step,
                                        this,
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
                                        static_cast<unsigned>(most),
                                        MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                        limits.request_head,
                                        MHD_OPTION_CONNECTION_TIMEOUT,
                                        seconds,
                                        MHD_OPTION_STRICT_FOR_CLIENT,
                                        1,
                                        MHD_OPTION_ARRAY,
                                        more.data(),
                                        MHD_OPTION_END);
    if (daemon_ == nullptr) {
        throw schema::refused("serve", "the server cannot begin", "look at the system's limits");
    }
}

void Daemon::add(int socket, const SocketAddress& from) {
    microhttpd().add_connection(daemon_, socket, from.get(), from.size());
}

void Daemon::take_no_more() {
    if (daemon_ != nullptr && way_ == Way::loopback) {
        ::close(microhttpd().quiesce_daemon(daemon_));
    }
}

void Daemon::stop() {
    if (daemon_ != nullptr) {
        microhttpd().stop_daemon(daemon_);
        daemon_ = nullptr;
    }
}

Response Daemon::fault(int status) const {
    auto answer = works_.handler.fault(status);
    answer.closes = true;
    return answer;
}

std::optional<Response> Daemon::refusal(Turn& turn) const {
    auto& request = turn.request;
    auto target = read_target(request.target);
    if (!target || !is_framed(request)) {
        return fault(400);
    }
    request.segments = std::move(target->segments);
    request.query = std::move(target->query);
    if (works_.is_finishing()) {
        return fault(503);
    }
    if (auto refused = works_.handler.refusal(request)) {
        return refused;
    }
    turn.body_limit = works_.handler.body_limit(request);
    return declared_length(request) > turn.body_limit ? std::optional(fault(413)) : std::nullopt;
}

MHD_Result Daemon::begin_turn(MHD_Connection* connection, Turn& turn) {
    const int socket = socket_of(connection);
    const auto peer = SocketAddress::of_peer(socket);
    const auto own = SocketAddress::own(socket);
    turn.request.headers = headers_of(connection);
    turn.request.address = peer ? peer->address() : "";
    turn.request.port = own ? own->port() : 0;
    turn.request.way = way_;
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

MHD_Result Daemon::take(Turn& turn, const char* data, std::size_t* size) const {
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

MHD_Result Daemon::work(MHD_Connection* connection, Turn& turn) {
    works_.deadlines.pause(socket_of(connection));
    const auto placement = works_.handler.placement(turn.request);
    if (placement.pool == WorkerPool::network) {
        turn.answer = works_.handler.answer(turn.request);
        if (turn.answer->is_late) {
            microhttpd().suspend_connection(connection);
            go_on(connection, true);
            return MHD_YES;
        }
        works_.deadlines.watch(socket_of(connection));
        return send(connection, *turn.answer);
    }
    // Suspended first: the work may be done before `add` returns.
    microhttpd().suspend_connection(connection);
    auto flight =
        works_.flights.join(placement.same_as, [this, connection, &turn](const Response& answer) {
            turn.answer = answer;
            go_on(connection, answer.is_late);
        });
    if (!flight) {
        return MHD_YES;  // the one that waits already is answered to this one too
    }
    // The first one's request lives until it is answered.
    const bool taken =
        works_.pools.add(placement.pool, placement.client, [this, flight, &request = turn.request] {
            works_.flights.depart(*flight);
            flight->land(works_.handler.answer(request));
        });
    if (!taken) {
        works_.flights.depart(*flight);
        flight->land(fault(503));
    }
    return MHD_YES;
}

// Of a suspended connection, from any thread.
void Daemon::go_on(MHD_Connection* connection, bool is_late) {
    is_late ? works_.delays.add([connection] { microhttpd().resume_connection(connection); })
            : microhttpd().resume_connection(connection);
}

MHD_Result Daemon::step(MHD_Connection* connection,
                        Turn& turn,
                        const char* data,
                        std::size_t* size) {
    if (!turn.begun) {
        turn.begun = true;
        return begin_turn(connection, turn);
    }
    if (*size > 0) {
        return take(turn, data, size);
    }
    if (!turn.answer) {
        return work(connection, turn);
    }
    works_.deadlines.watch(socket_of(connection));
    return send(connection, *turn.answer);
}

void* Daemon::on_line(void* self, const char* target, MHD_Connection*) {
    try {
        auto turn = std::make_unique<Turn>();
        turn->request.target = target;
        static_cast<Daemon*>(self)->works_.count(1);
        return turn.release();
    } catch (const std::exception&) {  // no memory; nothing may be thrown through the library
        return nullptr;
    }
}

MHD_Result Daemon::on_step(void* self,
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

void Daemon::on_end(void* self,
                    MHD_Connection* connection,
                    void** turn,
                    MHD_RequestTerminationCode) {
    const std::unique_ptr<Turn> done(static_cast<Turn*>(*turn));
    *turn = nullptr;
    if (done != nullptr) {
        auto& daemon = *static_cast<Daemon*>(self);
        daemon.works_.deadlines.watch(socket_of(connection));
        daemon.works_.count(-1);
    }
}

void Daemon::on_connection(void* self,
                           MHD_Connection* connection,
                           void**,
                           MHD_ConnectionNotificationCode code) {
    auto& daemon = *static_cast<Daemon*>(self);
    auto& deadlines = daemon.works_.deadlines;
    const int socket = socket_of(connection);
    if (daemon.certificate_ != nullptr) {
        daemon.certificate_->shown_on_this_thread();
    }
    code == MHD_CONNECTION_NOTIFY_STARTED ? deadlines.watch(socket) : deadlines.forget(socket);
}

}  // namespace server
