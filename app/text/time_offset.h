#pragma once
// A moment counted from an origin, as studies name their visits: 30min, 4h, 12d, 8w, 3m, 1y.

#include <optional>
#include <string_view>

#include "schema/types/civil_time.h"

namespace exchange {

enum class OffsetUnit { minute, hour, day, week, month, year };

struct TimeOffset {
    double count = 0;
    OffsetUnit unit = OffsetUnit::day;

    // "30min", "4h", "12d", "8w", "-2w", "1.5m", "1y"; nothing for another unit or anything else.
    static std::optional<TimeOffset> read(std::string_view text);

    bool operator==(const TimeOffset&) const = default;
};

// The unit of a column of offsets by its name: "hour", "day", "week" or "month". A column named
// anything else holds no offsets.
std::optional<OffsetUnit> unit_named(std::string_view name);

// The origin moved by the offset. Whole months and years go by the calendar, as those of a plan do:
// from 31 January one month comes to the last of February. Of a fraction of them, and of weeks, the
// average decides, and comes to a day. Whole days keep the origin's precision, fractions of a day,
// hours and minutes come to the nearest second, of a day from its midnight. Nothing beyond the
// calendar.
std::optional<schema::CivilTime> moved(const schema::CivilTime& origin, const TimeOffset& by);

}  // namespace exchange
