#pragma once
// Threads that work on requests: each pool has its own threads and its own queue, so that a long
// computation or an import holds up neither a reader nor the network.

#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace server {

enum class WorkerPool {
    network,  // answered at once by the thread that reads the network: bytes of the program
    read,     // requests that read little of the book
    slow,     // requests that read the whole clinic
    write,    // one at a time
    import,   // files of rows: read here, and written when nobody else writes
};

class WorkerPools {
  public:
    WorkerPools();
    ~WorkerPools();
    WorkerPools(const WorkerPools&) = delete;
    WorkerPools& operator=(const WorkerPools&) = delete;

    using Work = std::function<void()>;
    // Has `work` done by a thread of the pool (not `network`) for a client, whom a number names.
    // False if the pool is closed, its queue is full, or, of `slow`, so much of this client waits
    // already that it is to come back: so none takes all of the one thread there is. The work must
    // not throw.
    bool add(WorkerPool which, std::size_t client, Work work);

    // Takes no more work, and returns when all that was taken is done.
    void finish();

  private:
    struct Job {
        std::size_t client = 0;
        Work work;
    };
    struct Pool {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<Job> queue;
        std::size_t most_of_a_client = 0;  // waiting
        bool needs_much_memory = false;    // which is given back after each work
        bool closed = false;
        std::vector<std::thread> threads;
    };

    static void run(Pool& pool);

    std::array<Pool, 4> pools_;
};

}  // namespace server
