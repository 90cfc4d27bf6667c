#pragma once
// What the terminal is like, and a progress bar for long work.

#include <chrono>
#include <cstdint>
#include <string>

#include "app/cli/invocation.h"

namespace cli {

// std::cout and std::cerr with what they are connected to.
Io standard_io();

// A bar on standard error, only on a terminal and only for work that takes more than a second.
class ProgressBar {
  public:
    ProgressBar(Io& io, std::string what) : io_(io), what_(std::move(what)) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::int64_t done, std::int64_t all);
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    Io& io_;
    std::string what_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point shown_{};
    bool visible_ = false;
};

}  // namespace cli
