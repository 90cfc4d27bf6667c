#include "app/server/serve.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include <pthread.h>
#include <spawn.h>
#include <sys/resource.h>
#include <unistd.h>

namespace server {

namespace {

// The signals that end a service, held back from every thread so that only `wait` sees them.
class StopSignals {
  public:
    StopSignals() {
        ::sigemptyset(&set_);
        ::sigaddset(&set_, SIGTERM);
        ::sigaddset(&set_, SIGINT);
        ::pthread_sigmask(SIG_BLOCK, &set_, &before_);
    }
    ~StopSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    void wait() const {
        int which = 0;
        ::sigwait(&set_, &which);
    }

  private:
    sigset_t set_{};
    sigset_t before_{};
};

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
                         const std::function<void(const std::string& address)>& ready) {
    const StopSignals signals;
    std::signal(SIGPIPE, SIG_IGN);
    allow_descriptors(2 * options.limits.connections);
    Server server(options);
    ready(server.address());
    signals.wait();
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
