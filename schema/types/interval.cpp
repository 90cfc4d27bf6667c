#include "schema/types/interval.h"

#include <charconv>

namespace schema {

std::optional<Interval> Interval::read(std::string_view text) {
    if (text.size() < 2 || text.size() > 5 || text[0] < '1' || text[0] > '9') {
        return std::nullopt;
    }
    Interval interval{.count = 0, .unit = text.back()};
    const char* const end = text.data() + text.size() - 1;
    const auto [stop, error] = std::from_chars(text.data(), end, interval.count);
    const bool unit_known = interval.unit == 'd' || interval.unit == 'w' || interval.unit == 'm';
    return error == std::errc() && stop == end && unit_known ? std::optional(interval)
                                                             : std::nullopt;
}

Date Interval::after(Date anchor, int steps) const {
    switch (unit) {
        case 'm':
            return anchor.plus_months(count * steps);
        case 'w':
            return anchor.plus_days(7 * count * steps);
        default:
            return anchor.plus_days(count * steps);
    }
}

}  // namespace schema
