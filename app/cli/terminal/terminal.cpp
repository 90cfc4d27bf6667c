#include "app/cli/terminal/terminal.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cli {

Io standard_io() {
    Io io{.out = std::cout, .err = std::cerr, .cursor = std::cerr.rdbuf()};
    io.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    io.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    io.in = io.err_is_terminal && ::isatty(STDIN_FILENO) == 1 ? &std::cin : nullptr;
    const auto environment = [](const char* name) {
        const char* const value = std::getenv(name);
        return std::string_view(value == nullptr ? "" : value);
    };
    io.has_colours =
        io.out_is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    winsize size{};
    if (io.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        io.width = std::clamp<int>(size.ws_col, 60, 140);
    }
    return io;
}

void ProgressBar::show(std::int64_t done, std::int64_t all) {
    const auto now = Clock::now();
    if (!io_.err_is_terminal || all <= 0 || now - began_ < std::chrono::seconds(1) ||
        now - shown_ < std::chrono::milliseconds(100)) {
        return;
    }
    constexpr int cells = 30;
    const auto full = static_cast<int>(cells * done / all);
    std::string bar;
    for (int i = 0; i < cells; ++i) {
        bar += i < full ? "█" : "░";
    }
    std::ostream(io_.cursor) << fmt::format("\r{} {} {:3} %", what_, bar, 100 * done / all)
                             << std::flush;
    shown_ = now;
    visible_ = true;
}

void ProgressBar::clear() {
    if (visible_) {
        std::ostream(io_.cursor) << "\r\033[K" << std::flush;
        visible_ = false;
    }
}

}  // namespace cli
