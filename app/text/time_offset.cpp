#include "app/text/time_offset.h"

#include <cmath>
#include <cstdint>
#include <stdexcept>

#include <fmt/format.h>

#include "app/text/number.h"

namespace exchange {

namespace {

constexpr double days_in_month = 365.25 / 12;
constexpr std::int64_t seconds_in_day = 86400;
constexpr double days_in_calendar = 4e6;  // more than there are from 1400 to 9999

// Rounded down, so that what remains is never negative.
std::int64_t whole_days(std::int64_t seconds) {
    const auto days = seconds / seconds_in_day;
    return seconds % seconds_in_day < 0 ? days - 1 : days;
}

}  // namespace

std::optional<TimeOffset> TimeOffset::read(std::string_view text) {
    if (text.size() < 2 || std::string_view("dwm").find(text.back()) == std::string_view::npos) {
        return std::nullopt;
    }
    const auto count = read_number(text.substr(0, text.size() - 1));
    return count ? std::optional(TimeOffset{*count, text.back()}) : std::nullopt;
}

double TimeOffset::days() const {
    switch (unit) {
        case 'm':
            return count * days_in_month;
        case 'w':
            return count * 7;
        default:
            return count;
    }
}

std::optional<schema::CivilTime> moved(const schema::CivilTime& origin, double days) {
    if (!(std::abs(days) < days_in_calendar)) {
        return std::nullopt;
    }
    const auto by = static_cast<std::int64_t>(std::llround(days * double{seconds_in_day}));
    const auto moment = origin.second_of_day() + by;
    const auto day = whole_days(moment);
    const auto second = moment - day * seconds_in_day;
    try {
        const auto date = origin.day().plus_days(static_cast<int>(day)).text();
        const auto clock =
            by % seconds_in_day == 0
                ? origin.text().substr(10)
                : fmt::format("T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        return schema::CivilTime::read(date + clock);
    } catch (const std::out_of_range&) {
        return std::nullopt;
    }
}

}  // namespace exchange
