#include "app/server/lanes.h"

#include <algorithm>
#include <utility>

namespace server {

namespace {

// More waiting than this, and a client is told to come back.
constexpr std::size_t longest_queue = 1000;

}  // namespace

Lanes::Lanes() {
    const auto readers = std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
    const std::array<std::size_t, 4> threads{readers, 1, 1, 1};
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        for (std::size_t n = 0; n < threads[i]; ++n) {
            lanes_[i].threads.emplace_back([&lane = lanes_[i]] { run(lane); });
        }
    }
}

Lanes::~Lanes() {
    finish();
}

bool Lanes::add(Lane lane, Work work) {
    auto& one = lanes_.at(static_cast<std::size_t>(lane) - 1);
    {
        const std::lock_guard lock(one.mutex);
        if (one.closed || one.queue.size() >= longest_queue) {
            return false;
        }
        one.queue.push_back(std::move(work));
    }
    one.changed.notify_one();
    return true;
}

void Lanes::finish() {
    for (auto& one : lanes_) {
        {
            const std::lock_guard lock(one.mutex);
            one.closed = true;
        }
        one.changed.notify_all();
    }
    for (auto& one : lanes_) {
        for (auto& thread : one.threads) {
            if (thread.joinable()) {
                thread.join();
            }
        }
    }
}

void Lanes::run(One& lane) {
    for (;;) {
        Work work;
        {
            std::unique_lock lock(lane.mutex);
            lane.changed.wait(lock, [&] { return lane.closed || !lane.queue.empty(); });
            if (lane.queue.empty()) {
                return;
            }
            work = std::move(lane.queue.front());
            lane.queue.pop_front();
        }
        work();
    }
}

}  // namespace server
