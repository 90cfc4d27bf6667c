#pragma once
// How long a connection may take: from its beginning, or from its last answer, until the next
// request has come whole, and then until the answer is taken. One that trickles or stands still is
// cut off, so that it does not keep others out.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace server {

class Deadlines {
  public:
    explicit Deadlines(std::chrono::milliseconds limit);
    ~Deadlines();
    Deadlines(const Deadlines&) = delete;
    Deadlines& operator=(const Deadlines&) = delete;

    void watch(int socket);   // from now on
    void pause(int socket);   // it waits for us, not we for it
    void forget(int socket);  // before it is closed

  private:
    using Moment = std::chrono::steady_clock::time_point;

    void sweep();

    const std::chrono::milliseconds limit_;
    std::mutex mutex_;
    std::condition_variable ends_;
    bool ending_ = false;
    std::unordered_map<int, Moment> until_;
    std::thread sweeper_;
};

}  // namespace server
