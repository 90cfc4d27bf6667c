#pragma once
// Moments of the machine's clock, UTC; the book keeps them as seconds since 1970.

#include <chrono>
#include <cstdint>

namespace access_control {

using Moment = std::chrono::sys_seconds;

constexpr std::int64_t kept(Moment moment) {
    return moment.time_since_epoch().count();
}

constexpr Moment moment_of(std::int64_t kept) {
    return Moment(std::chrono::seconds(kept));
}

}  // namespace access_control
