#pragma once
// Serving a book until somebody ends it.

#include <functional>
#include <string>

#include "app/server/server.h"

namespace server {

// Serves until this process gets SIGTERM or SIGINT (Ctrl-C), then finishes what was begun and
// returns. `show` is told the address once it is there, and another one at each SIGUSR1 and, where
// standard input is a terminal, each Enter. Throws as Server does. To be called before the process
// has threads: they must not be the ones that the signals reach.
void serve_until_stopped(
    const Options& options,
    const std::function<void(const std::string& address, const Server&)>& show);

// Shows the address in the person's browser, if there is a screen; does not wait for it.
void open_browser(const std::string& address);

}  // namespace server
