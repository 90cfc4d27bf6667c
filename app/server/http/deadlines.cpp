#include "app/server/http/deadlines.h"

#include <algorithm>

#include <sys/socket.h>

namespace server {

Deadlines::Deadlines(std::chrono::milliseconds limit)
    : limit_(limit), sweeper_([this] { sweep(); }) {}

Deadlines::~Deadlines() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ends_.notify_all();
    sweeper_.join();
}

void Deadlines::watch(int socket) {
    const std::lock_guard lock(mutex_);
    until_[socket] = std::chrono::steady_clock::now() + limit_;
}

void Deadlines::pause(int socket) {
    const std::lock_guard lock(mutex_);
    until_[socket] = Moment::max();
}

void Deadlines::forget(int socket) {
    const std::lock_guard lock(mutex_);
    until_.erase(socket);
}

// Shut down, not closed: the library that reads the network sees its end and closes it. Under the
// lock, so that the number is not another connection's by now.
void Deadlines::sweep() {
    const auto pause = std::max(std::chrono::milliseconds(20), limit_ / 20);
    std::unique_lock lock(mutex_);
    while (!ends_.wait_for(lock, pause, [this] { return ending_; })) {
        const auto now = std::chrono::steady_clock::now();
        for (auto& [socket, until] : until_) {
            if (until < now) {
                ::shutdown(socket, SHUT_RDWR);
                until = Moment::max();
            }
        }
    }
}

}  // namespace server
