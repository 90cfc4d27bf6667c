#pragma once
// A moment counted from an origin, as studies name their visits: 8w, 12d, 3m. Fractions count.

#include <optional>
#include <string_view>

#include "schema/types/civil_time.h"

namespace exchange {

struct TimeOffset {
    double count = 0;
    char unit = 'd';  // d, w or m

    // "8w", "0w", "-2w", "1.5m"; nothing for another unit or anything else.
    static std::optional<TimeOffset> read(std::string_view text);
    double days() const;  // a month is 365.25 / 12 days

    bool operator==(const TimeOffset&) const = default;
};

// The origin moved by so many days, to the nearest second. Whole days keep the origin's precision:
// from a day one comes to a day. Nothing beyond the calendar.
std::optional<schema::CivilTime> moved(const schema::CivilTime& origin, double days);

}  // namespace exchange
