#pragma once
// Moments of the machine's clock, UTC; the book keeps them as seconds since 1970.

#include <chrono>
#include <cstdint>

#include "schema/types/date.h"

namespace access_control {

using Moment = std::chrono::sys_seconds;

constexpr std::int64_t kept(Moment moment) {
    return moment.time_since_epoch().count();
}

constexpr Moment moment_of(std::int64_t kept) {
    return Moment(std::chrono::seconds(kept));
}

// The moment after the last of the day, UTC.
inline Moment end_of(schema::Date day) {
    return Moment(std::chrono::days(day.days_since(*schema::Date::of(1970, 1, 1)) + 1));
}

}  // namespace access_control
