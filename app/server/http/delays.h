#pragma once
// Work that is done a while later, without a thread that waits for it.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace server {

class Delays {
  public:
    explicit Delays(std::chrono::milliseconds delay);
    ~Delays();
    Delays(const Delays&) = delete;
    Delays& operator=(const Delays&) = delete;

    // Does `work` after the delay; at once when `finish` was called. It must not throw.
    void add(std::function<void()> work);

    // Does all that waits now, and returns when it is done.
    void finish();

  private:
    struct Waiting {
        std::chrono::steady_clock::time_point due;
        std::function<void()> work;
    };
    void run();

    const std::chrono::milliseconds delay_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;  // in the order of their times: the delay is the same for all
    bool finishing_ = false;
    std::thread thread_;
};

}  // namespace server
