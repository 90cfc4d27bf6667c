#include "db/clock.h"

#include <array>
#include <cstdio>
#include <ctime>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "db/utc.h"

namespace db {

namespace {

// Seconds since 1970; nothing for a text that is no time of the ledger.
std::optional<std::time_t> seconds_of(const std::string& utc) {
    std::tm parts{};
    if (::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) == nullptr) {
        return std::nullopt;
    }
    return ::timegm(&parts);
}

}  // namespace

std::optional<schema::Problem> clock_problem(const std::string& now, const std::string& last) {
    const auto clock = seconds_of(now);
    const auto written = seconds_of(last);
    if (!clock || !written || *clock + clock_tolerance_seconds >= *written) {
        return std::nullopt;
    }
    return schema::Problem{
        std::string(clock_behind),
        fmt::format("this machine's clock says {}, but the book was last written on {}", now, last),
        "set the clock of this machine; if the clock is right and the last entry is wrong, record "
        "once with --clock-is-right --reason \"why\""}
        .as("clock_behind");
}

std::optional<schema::Problem> clock_problem(const Book& book) {
    return translated([&]() -> std::optional<schema::Problem> {
        Query last(book.connection(), "SELECT at FROM ledger ORDER BY seq DESC LIMIT 1");
        return last.step() ? clock_problem(utc_now(), last.get<std::string>()) : std::nullopt;
    });
}

void refuse_clock_behind(const Book& book) {
    if (auto problem = clock_problem(book)) {
        schema::refuse_any({std::move(*problem)});
    }
}

}  // namespace db
