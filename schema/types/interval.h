#pragma once
// How often, or how much later: a count of days, weeks or calendar months, written 28d, 4w or 1m.

#include <optional>
#include <string>
#include <string_view>

#include "schema/types/date.h"

namespace schema {

struct Interval {
    int count = 1;    // 1..9999
    char unit = 'd';  // d, w or m

    // "4w"; nothing for a zero, a sign, a fraction or another unit.
    static std::optional<Interval> read(std::string_view text);
    std::string text() const { return std::to_string(count) + unit; }

    // `steps` intervals after `anchor`. Months are counted from the anchor, so the day of month
    // never drifts.
    Date after(Date anchor, int steps = 1) const;

    bool operator==(const Interval&) const = default;
};

}  // namespace schema
