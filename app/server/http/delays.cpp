#include "app/server/http/delays.h"

#include <utility>

namespace server {

Delays::Delays(std::chrono::milliseconds delay) : delay_(delay), thread_([this] { run(); }) {}

Delays::~Delays() {
    finish();
}

void Delays::add(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (!finishing_) {
            waiting_.push_back({std::chrono::steady_clock::now() + delay_, std::move(work)});
            changed_.notify_all();
            return;
        }
    }
    work();
}

void Delays::finish() {
    {
        const std::lock_guard lock(mutex_);
        finishing_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Delays::run() {
    std::unique_lock lock(mutex_);
    while (!finishing_ || !waiting_.empty()) {
        if (waiting_.empty()) {
            changed_.wait(lock);
            continue;
        }
        if (!finishing_ && waiting_.front().due > std::chrono::steady_clock::now()) {
            changed_.wait_until(lock, std::chrono::steady_clock::time_point(waiting_.front().due));
            continue;
        }
        const auto work = std::move(waiting_.front().work);
        waiting_.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

}  // namespace server
