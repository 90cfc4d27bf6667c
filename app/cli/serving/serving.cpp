#include "app/cli/serving/serving.h"

#include <csignal>
#include <mutex>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/serving/address_file.h"
#include "app/cli/serving/network_given.h"
#include "app/server/serve.h"
#include "app/tracking/wall_clock.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

constexpr int usual_port = 8420;
constexpr int highest_port = 65535;

int port_given(const Arguments& arguments) {
    const auto text = arguments.one("port");
    const auto port = text ? schema::Text<int>::read(*text) : usual_port;
    if (!port || *port < 0 || *port > highest_port) {
        throw schema::refused(
            "--port",
            fmt::format("\"{}\" is not a port, a whole number from 0 to {}", *text, highest_port),
            fmt::format("give --port {}, or 0 for a free one", usual_port));
    }
    return *port;
}

// The wall clock; with --as-of its time of day on that day.
std::function<schema::CivilTime(const std::string&)> clock_given(const Arguments& arguments) {
    const auto text = arguments.one("as-of");
    if (!text) {
        return [](const std::string& zone) { return tracking::now_in(zone); };
    }
    const auto day = schema::Date::read(*text);
    if (!day) {
        throw schema::refused("--as-of",
                              fmt::format("\"{}\" is not a date YYYY-MM-DD", *text),
                              "give a day of the calendar, as 2026-01-05");
    }
    return [day = *day](const std::string& zone) {
        return schema::CivilTime::at_minute(day, tracking::now_in(zone).second_of_day() / 60);
    };
}

std::string how_to_come_in(const std::string& address) {
    if (address.find("?secret=") == std::string::npos) {
        return "; people sign in there. Ctrl-C ends it.";
    }
    return fmt::format("; the address lets one browser in. For another: {}. Ctrl-C ends it.",
                       ::isatty(STDIN_FILENO) == 1 ? std::string("Enter")
                                                   : fmt::format("kill -USR1 {}", ::getpid()));
}

}  // namespace

std::vector<Option> serving_options() {
    return {
        {"port", "N", "port on 127.0.0.1; by itself 8420; 0 takes a free one"},
        {"open", "", "open it in a browser, if there is a screen"},
        {"address-file",
         "FILE",
         "keep in FILE, for its owner and group, an address that lets a browser in: another one "
         "after each"}};
}

void serve_book(Invocation& call, const std::filesystem::path& book) {
    // Of what is printed: lines come from every thread, and one on `err` flushes `out` too.
    std::mutex mutex;
    const auto say = [&](std::string_view word, const std::string& line) {
        const std::lock_guard lock(mutex);
        call.io.err << word << line << std::endl;
    };
    std::optional<AddressFile> file;
    std::function<void()> on_admitted;
    if (const auto named = call.arguments.one("address-file")) {
        file.emplace(*named);
        on_admitted = [] { ::kill(::getpid(), SIGUSR1); };  // as whoever wants another one
    }
    bool is_first = true;
    bool opens = call.arguments.has("open");  // the first address
    server::serve_until_stopped(
        {.book = book,
         .port = port_given(call.arguments),
         .actor = call.actor(),
         .version = NEEDLEBOOK_VERSION,
         .now = clock_given(call.arguments),
         .network = network_given(call.arguments),
         .log = [&](const auto& line) { say("error: serve: ", line); },
         .on_message = [&](const auto& line) { say("serve: ", line); },
         .on_admitted = on_admitted},
        [&](const std::string& address, const server::Server& server) {
            try {
                const std::lock_guard lock(mutex);
                if (file) {
                    file->write(address);
                }
                call.io.out << address << std::endl;
                if (is_first) {
                    for (const auto& each : server.network_addresses()) {
                        call.io.out << each << std::endl;
                    }
                }
            } catch (const std::exception& error) {
                if (is_first) {
                    throw;  // nobody could come in
                }
                call.io.out.clear();
                say("error: serve: ", error.what());
            }
            is_first = false;
            say(server.network_addresses().empty()
                    ? "Serving on this machine only"
                    : "Serving on this machine and, encrypted, on the network",
                how_to_come_in(address));
            if (std::exchange(opens, false)) {
                server::open_browser(address);
            }
        });
}

}  // namespace cli
