#include "app/server/http/arrivals.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/server/http/listener.h"
#include "schema/types/error.h"

namespace server {

namespace {

constexpr unsigned char handshake = 22;
constexpr std::chrono::milliseconds longest_silence{10'000};
constexpr std::chrono::milliseconds between_looks{100};

void watch(int events, int descriptor) {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP;
    event.data.fd = descriptor;
    if (::epoll_ctl(events, EPOLL_CTL_ADD, descriptor, &event) != 0) {
        throw schema::refused("serve", "the server cannot begin", "look at the system's limits");
    }
}

}  // namespace

Arrivals::Arrivals(std::vector<ListeningSocket> sockets,
                   const Limits& limits,
                   std::function<void(int, const SocketAddress&, bool)> take)
    : sockets_(std::move(sockets)),
      most_(limits.connections),
      limit_(std::min(limits.time, longest_silence)),
      take_(std::move(take)),
      events_(::epoll_create1(EPOLL_CLOEXEC)),
      stopping_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    watch(events_, stopping_);
    for (const auto& socket : sockets_) {
        watch(events_, socket.descriptor());
    }
    thread_ = std::thread([this] { run(); });
}

void Arrivals::stop() {
    if (!thread_.joinable()) {
        return;
    }
    ::eventfd_write(stopping_, 1);
    thread_.join();
    while (!waiting_.empty()) {
        end_oldest();
    }
    sockets_.clear();
    ::close(events_);
    ::close(stopping_);
}

void Arrivals::run() {
    std::array<epoll_event, 256> happened{};
    for (;;) {
        const int count = ::epoll_wait(events_,
                                       happened.data(),
                                       static_cast<int>(happened.size()),
                                       static_cast<int>(between_looks.count()));
        for (int i = 0; i < count; ++i) {
            const int descriptor = happened[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == stopping_) {
                return;
            }
            const bool is_listening =
                std::any_of(sockets_.begin(), sockets_.end(), [&](const auto& socket) {
                    return socket.descriptor() == descriptor;
                });
            is_listening ? accept_all(descriptor) : look_at(descriptor);
        }
        end_overdue();
    }
}

void Arrivals::accept_all(int listening) {
    for (;;) {
        const int socket = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket < 0) {
            if (errno == EMFILE || errno == ENFILE) {
                end_oldest();
            }
            return;  // what came meanwhile is told again
        }
        waiting_.push_back({socket, Clock::now() + limit_});
        places_[socket] = std::prev(waiting_.end());
        epoll_event event{};
        event.events = EPOLLIN | EPOLLRDHUP;
        event.data.fd = socket;
        ::epoll_ctl(events_, EPOLL_CTL_ADD, socket, &event);
        if (waiting_.size() > most_) {
            end_oldest();
        }
    }
}

void Arrivals::look_at(int socket) {
    if (!places_.contains(socket)) {
        return;  // ended since it was told
    }
    unsigned char first = 0;
    const auto count = ::recv(socket, &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    forget(socket);
    const auto from = SocketAddress::of_peer(socket);
    if (count <= 0 || !from) {
        ::close(socket);
        return;
    }
    take_(socket, *from, first == handshake);
}

void Arrivals::forget(int socket) {
    ::epoll_ctl(events_, EPOLL_CTL_DEL, socket, nullptr);
    const auto place = places_.find(socket);
    waiting_.erase(place->second);
    places_.erase(place);
}

void Arrivals::end_oldest() {
    if (!waiting_.empty()) {
        const int socket = waiting_.front().socket;
        forget(socket);
        ::close(socket);
    }
}

void Arrivals::end_overdue() {
    const auto now = Clock::now();
    while (!waiting_.empty() && waiting_.front().until < now) {
        end_oldest();
    }
}

}  // namespace server
