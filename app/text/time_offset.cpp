#include "app/text/time_offset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>

#include "app/text/number.h"

namespace exchange {

namespace {

constexpr std::int64_t seconds_in_day = 86400;
constexpr double most_days = 4e6;  // more than there are from 1400 to 9999

struct UnitOfTime {
    std::string_view sign;
    std::string_view name;
    OffsetUnit unit;
    double days;
};
constexpr double days_in_year = 365.25;
// Longer signs first: min is no month.
constexpr std::array<UnitOfTime, 6> units_of_time{
    {{"min", "minute", OffsetUnit::minute, 1.0 / 1440},
     {"h", "hour", OffsetUnit::hour, 1.0 / 24},
     {"d", "day", OffsetUnit::day, 1},
     {"w", "week", OffsetUnit::week, 7},
     {"m", "month", OffsetUnit::month, days_in_year / 12},
     {"y", "year", OffsetUnit::year, days_in_year}}};

double days_in(OffsetUnit unit) {
    return units_of_time[static_cast<std::size_t>(unit)].days;
}

bool goes_by_calendar(OffsetUnit unit) {
    return unit == OffsetUnit::month || unit == OffsetUnit::year;
}

// On another day, with the origin's own clock, if it has one.
std::optional<schema::CivilTime> on_day(schema::Date day, const schema::CivilTime& origin) {
    return schema::CivilTime::read(day.text() + origin.text().substr(10));
}

// The midnight-based second of a day, with the seconds only where they say something.
schema::CivilTime at_second_of(schema::Date day, int second, bool has_seconds) {
    return has_seconds || second % 60 != 0 ? schema::CivilTime::at_second(day, second)
                                           : schema::CivilTime::at_minute(day, second / 60);
}

std::optional<schema::CivilTime> moved_by_days(const schema::CivilTime& origin, double days) {
    const auto by = static_cast<std::int64_t>(std::llround(days * double{seconds_in_day}));
    if (by % seconds_in_day == 0) {
        return on_day(origin.day().plus_days(static_cast<int>(by / seconds_in_day)), origin);
    }
    const auto moment = origin.second_of_day() + by;
    // Rounded down, so that what remains is never negative.
    const auto day = moment / seconds_in_day - (moment % seconds_in_day < 0 ? 1 : 0);
    return at_second_of(origin.day().plus_days(static_cast<int>(day)),
                        static_cast<int>(moment - day * seconds_in_day),
                        origin.has_seconds());
}

}  // namespace

std::optional<TimeOffset> TimeOffset::read(std::string_view text) {
    for (const auto& unit : units_of_time) {
        if (text.ends_with(unit.sign)) {
            const auto count = read_number(text.substr(0, text.size() - unit.sign.size()));
            return count ? std::optional(TimeOffset{*count, unit.unit}) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<OffsetUnit> unit_named(std::string_view name) {
    // A column of minutes tells how long something took, one of years is a calendar's.
    const auto* const first = units_of_time.begin() + 1;
    const auto* const last = units_of_time.end() - 1;
    const auto* const found =
        std::find_if(first, last, [&](const auto& unit) { return unit.name == name; });
    return found == last ? std::nullopt : std::optional(found->unit);
}

std::optional<schema::CivilTime> moved(const schema::CivilTime& origin, const TimeOffset& by) {
    const auto days = by.count * days_in(by.unit);
    if (!(std::abs(days) < most_days)) {
        return std::nullopt;
    }
    try {
        if (goes_by_calendar(by.unit) && by.count == std::floor(by.count)) {
            const int months = by.unit == OffsetUnit::year ? 12 : 1;
            return on_day(origin.day().plus_months(static_cast<int>(by.count) * months), origin);
        }
        const bool to_a_day = goes_by_calendar(by.unit) || by.unit == OffsetUnit::week;
        return moved_by_days(origin, to_a_day ? std::round(days) : days);
    } catch (const std::out_of_range&) {
        return std::nullopt;
    }
}

}  // namespace exchange
