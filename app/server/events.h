#pragma once
// What happened at the door, for the person at the machine: who was let in, what was refused, who
// guesses. Never a secret, and nothing that a request said.

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace server {

class Events {
  public:
    // `tell` gets each line; none is told without it.
    explicit Events(std::function<void(const std::string& line)> tell) : tell_(std::move(tell)) {}

    // Tells it at once; if it happens again and again, every ten seconds how often it did.
    void happened(const std::string& what);

  private:
    using Clock = std::chrono::steady_clock;
    struct Kind {
        Clock::time_point told{};
        int untold = 0;
        bool is_known = false;
    };

    std::function<void(const std::string&)> tell_;
    std::mutex mutex_;
    std::map<std::string, Kind> kinds_;
};

}  // namespace server
