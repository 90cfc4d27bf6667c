#pragma once
// Where requests are worked on: a lane has its own threads and its own queue, so that a long
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

enum class Lane {
    network,  // answered at once by the thread that reads the network: bytes of the program
    read,     // quick questions to the book
    slow,     // questions about the whole clinic
    write,    // one at a time
    import,   // files of rows: read here, and written when nobody else writes
};

class Lanes {
  public:
    Lanes();
    ~Lanes();
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    using Work = std::function<void()>;
    // Has `work` done by a thread of the lane (not `network`). False if its queue is full or it is
    // closed. The work must not throw.
    bool add(Lane lane, Work work);

    // Takes no more work, and returns when all that was taken is done.
    void finish();

  private:
    struct One {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<Work> queue;
        bool closed = false;
        std::vector<std::thread> threads;
    };

    static void run(One& lane);

    std::array<One, 4> lanes_;
};

}  // namespace server
