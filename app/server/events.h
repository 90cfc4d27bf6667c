#pragma once
// Messages for the person at the machine: browsers that were admitted, requests that were refused,
// guesses at the secret. They hold no secret and nothing of a request.

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace server {

class Events {
  public:
    // `on_message` is called with each line; without it nothing is reported. `on_admitted` is
    // called for each browser that was let in, by the thread that answers it.
    explicit Events(std::function<void(const std::string& line)> on_message,
                    std::function<void()> on_admitted = {})
        : on_message_(std::move(on_message)), on_admitted_(std::move(on_admitted)) {}

    // Reports it at once; if it happens again and again, every ten seconds how often it did.
    void happened(const std::string& what);
    // The secret of the address let a browser in: it is worth nothing any more.
    void admitted();

  private:
    using Clock = std::chrono::steady_clock;
    struct Kind {
        Clock::time_point last_reported{};
        int unreported = 0;
        bool is_known = false;
    };

    std::function<void(const std::string&)> on_message_;
    std::function<void()> on_admitted_;
    std::mutex mutex_;
    std::map<std::string, Kind> kinds_;
};

}  // namespace server
