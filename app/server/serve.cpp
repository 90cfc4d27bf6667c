#include "app/server/serve.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace server {

namespace {

enum class Wish { end, address };

// What people ask of a service by signals and on its terminal. The signals are held back from every
// thread, so that only `wait` sees them.
class Wishes {
  public:
    Wishes() {
        ::sigemptyset(&set_);
        ::sigaddset(&set_, SIGTERM);
        ::sigaddset(&set_, SIGINT);
        ::sigaddset(&set_, SIGUSR1);
        ::pthread_sigmask(SIG_BLOCK, &set_, &before_);
        signals_ = ::signalfd(-1, &set_, SFD_CLOEXEC);
        terminal_ = ::isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : -1;
    }
    ~Wishes() {
        ::close(signals_);
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    Wishes(const Wishes&) = delete;
    Wishes& operator=(const Wishes&) = delete;

    Wish wait() {
        for (;;) {
            std::array<pollfd, 2> asked{pollfd{signals_, POLLIN, 0}, pollfd{terminal_, POLLIN, 0}};
            ::poll(asked.data(), asked.size(), -1);
            signalfd_siginfo signal{};
            if (asked[0].revents != 0 &&
                ::read(signals_, &signal, sizeof signal) == sizeof signal) {
                return signal.ssi_signo == SIGUSR1 ? Wish::address : Wish::end;
            }
            if (asked[1].revents != 0 && read_line()) {
                return Wish::address;
            }
        }
    }

  private:
    // Whether a line came; at its end the terminal is not asked any more.
    bool read_line() {
        std::array<char, 4096> line{};
        const bool came = ::read(terminal_, line.data(), line.size()) > 0;
        terminal_ = came ? terminal_ : -1;
        return came;
    }

    int signals_ = -1;
    int terminal_ = -1;  // none: standard input is none
    sigset_t set_{};
    sigset_t before_{};
};

// By itself the C library keeps for each thread what it once needed, and of long texts more with
// each.
void give_memory_back() {
    constexpr int long_text = 1024 * 1024;
    ::mallopt(M_ARENA_MAX, 2);
    ::mallopt(M_MMAP_THRESHOLD, long_text);
}

// A connection takes a descriptor, and shells give a process 1,024.
void allow_descriptors(rlim_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < wanted) {
        limit.rlim_cur =
            limit.rlim_max == RLIM_INFINITY ? wanted : std::min(limit.rlim_max, wanted);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

}  // namespace

void serve_until_stopped(const Options& options,
                         const std::function<void(const std::string&, const Server&)>& show) {
    Wishes wishes;
    std::signal(SIGPIPE, SIG_IGN);
    give_memory_back();
    std::signal(SIGTTIN, SIG_IGN);  // in the background the terminal is another's
    // Of the network as many, and those that have not said anything yet (http/arrivals.h).
    allow_descriptors((options.network.is_open() ? 4 : 2) * options.limits.connections);
    Server server(options);
    show(server.address(), server);
    while (wishes.wait() == Wish::address) {
        show(server.new_address(), server);
    }
    server.stop();
}

void open_browser(const std::string& address) {
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
        return;
    }
    std::string program = "xdg-open";
    std::string argument = address;
    std::array<char*, 3> words{program.data(), argument.data(), nullptr};
    pid_t child = 0;
    // Whoever starts this sees the address as well: a browser that does not come is no error.
    ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, words.data(), environ);
}

}  // namespace server
