#include "app/cli/terminal/pager.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cli {

namespace {

std::optional<std::string_view> variable_named(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string_view>(value);
}

}  // namespace

std::optional<std::string> pager_command() {
    if (variable_named("TERM").value_or("dumb") == "dumb") {
        return std::nullopt;
    }
    if (const auto told = variable_named("PAGER")) {
        const bool is_none =
            told->find_first_not_of(' ') == std::string_view::npos || *told == "cat";
        return is_none ? std::nullopt : std::optional<std::string>(*told);
    }
    return ::access("/usr/bin/less", X_OK) == 0 ? std::optional<std::string>("/usr/bin/less -FRX")
                                                : std::nullopt;
}

Pager::Pager(const std::optional<std::string>& command) {
    std::array<int, 2> ends{};
    if (!command || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return;
    }
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(ends[0], STDIN_FILENO);
        ::execl("/bin/sh", "sh", "-c", command->c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[0]);
    if (process_ > 0) {
        terminal_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
        ::dup2(ends[1], STDOUT_FILENO);
        std::signal(SIGPIPE, SIG_IGN);  // whoever leaves it early has seen enough
    }
    ::close(ends[1]);
}

Pager::~Pager() {
    if (process_ <= 0) {
        return;
    }
    ::dup2(terminal_, STDOUT_FILENO);  // the pager sees the end
    ::close(terminal_);
    auto* const before = std::signal(SIGINT, SIG_IGN);  // it is the pager's, while it is read
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, before);
}

}  // namespace cli
