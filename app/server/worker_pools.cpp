#include "app/server/worker_pools.h"

#include <algorithm>
#include <utility>

#include <malloc.h>

namespace server {

namespace {

// More waiting than this, and a client is told to come back.
constexpr std::size_t longest_queue = 1000;
// Of one client in `slow`. A browser has six connections to a server, and so never asks more.
constexpr std::size_t most_slow_of_a_client = 6;

}  // namespace

WorkerPools::WorkerPools() {
    const auto readers = std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
    const std::array<std::size_t, 4> threads{readers, 1, 1, 1};
    for (std::size_t i = 0; i < pools_.size(); ++i) {
        const auto which = static_cast<WorkerPool>(i + 1);
        const bool is_slow = which == WorkerPool::slow;
        pools_[i].most_of_a_client = is_slow ? most_slow_of_a_client : longest_queue;
        pools_[i].needs_much_memory = is_slow || which == WorkerPool::import;
        for (std::size_t n = 0; n < threads[i]; ++n) {
            pools_[i].threads.emplace_back([&pool = pools_[i]] { run(pool); });
        }
    }
}

WorkerPools::~WorkerPools() {
    finish();
}

bool WorkerPools::add(WorkerPool which, std::size_t client, Work work) {
    auto& pool = pools_.at(static_cast<std::size_t>(which) - 1);
    {
        const std::lock_guard lock(pool.mutex);
        const auto waiting = std::count_if(pool.queue.begin(),
                                           pool.queue.end(),
                                           [&](const Job& job) { return job.client == client; });
        if (pool.closed || pool.queue.size() >= longest_queue ||
            static_cast<std::size_t>(waiting) >= pool.most_of_a_client) {
            return false;
        }
        pool.queue.push_back({client, std::move(work)});
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
        Job job;
        {
            std::unique_lock lock(pool.mutex);
            pool.changed.wait(lock, [&] { return pool.closed || !pool.queue.empty(); });
            if (pool.queue.empty()) {
                return;
            }
            job = std::move(pool.queue.front());
            pool.queue.pop_front();
        }
        job.work();
        if (pool.needs_much_memory) {
            job = {};
            malloc_trim(0);  // else what was used once stays the program's
        }
    }
}

}  // namespace server
