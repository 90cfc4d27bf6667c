#include "app/server/worker_pools.h"

#include <algorithm>
#include <utility>

namespace server {

namespace {

// More waiting than this, and a client is told to come back.
constexpr std::size_t longest_queue = 1000;

}  // namespace

WorkerPools::WorkerPools() {
    const auto readers = std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
    const std::array<std::size_t, 4> threads{readers, 1, 1, 1};
    for (std::size_t i = 0; i < pools_.size(); ++i) {
        for (std::size_t n = 0; n < threads[i]; ++n) {
            pools_[i].threads.emplace_back([&pool = pools_[i]] { run(pool); });
        }
    }
}

WorkerPools::~WorkerPools() {
    finish();
}

bool WorkerPools::add(WorkerPool which, Work work) {
    auto& pool = pools_.at(static_cast<std::size_t>(which) - 1);
    {
        const std::lock_guard lock(pool.mutex);
        if (pool.closed || pool.queue.size() >= longest_queue) {
            return false;
        }
        pool.queue.push_back(std::move(work));
    }
    pool.changed.notify_one();
    return true;
}

void WorkerPools::finish() {
    for (auto& pool : pools_) {
        {
            const std::lock_guard lock(pool.mutex);
            pool.closed = true;
        }
        pool.changed.notify_all();
    }
    for (auto& pool : pools_) {
        for (auto& thread : pool.threads) {
            if (thread.joinable()) {
                thread.join();
            }
        }
    }
}

void WorkerPools::run(Pool& pool) {
    for (;;) {
        Work work;
        {
            std::unique_lock lock(pool.mutex);
            pool.changed.wait(lock, [&] { return pool.closed || !pool.queue.empty(); });
            if (pool.queue.empty()) {
                return;
            }
            work = std::move(pool.queue.front());
            pool.queue.pop_front();
        }
        work();
    }
}

}  // namespace server
