#include "db/records/score_key.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "schema/types/error.h"

namespace db {

namespace {

constexpr auto region_count = schema::Words<schema::Region>::all.size();
// In the order of the enumerators.
constexpr std::array<std::int64_t, region_count> region_numbers{
    3, 7, 5, 11, 9, 2, 4, 10, 6, 1, 13, 12, 8};

constexpr int seconds_in_minute = 60;
constexpr std::int64_t per_minute = 1 + seconds_in_minute;
constexpr std::int64_t per_day = (1 + 1440) * per_minute;

const schema::Date& first_day() {
    static const auto day = *schema::Date::of(2000, 1, 1);
    return day;
}

[[noreturn]] void refuse(const char* what, std::int64_t number) {
    throw schema::damaged("score",
                          fmt::format("{} is not the number of a {}", number, what),
                          "run `needlebook check`");
}

}  // namespace

std::int64_t region_number(const std::optional<schema::Region>& region) {
    return region ? region_numbers[static_cast<std::size_t>(*region)] : 0;
}

std::optional<schema::Region> read_region(std::int64_t number) {
    if (number == 0) {
        return std::nullopt;
    }
    const auto* const found = std::find(region_numbers.begin(), region_numbers.end(), number);
    if (found == region_numbers.end()) {
        refuse("region", number);
    }
    return static_cast<schema::Region>(found - region_numbers.begin());
}

std::int64_t origin_number(schema::ScoreOrigin origin) {
    return static_cast<std::int64_t>(origin) + 1;
}

schema::ScoreOrigin read_origin(std::int64_t number) {
    if (number < 1 || number > std::ssize(schema::Words<schema::ScoreOrigin>::all)) {
        refuse("kind of record", number);
    }
    return static_cast<schema::ScoreOrigin>(number - 1);
}

std::int64_t moment_number(const schema::CivilTime& moment) {
    const auto day = per_day * moment.day().days_since(first_day());
    if (!moment.has_clock()) {
        return day;
    }
    const auto [minute, second] = std::div(moment.second_of_day(), seconds_in_minute);
    return day + per_minute * (1 + minute) + (moment.has_seconds() ? 1 + second : 0);
}

schema::CivilTime read_moment(std::int64_t number) {
    const auto of_day = (number % per_day + per_day) % per_day;
    const auto days = (number - of_day) / per_day;
    if (days < schema::Date().days_since(first_day()) ||
        days > schema::Date::last().days_since(first_day()) ||
        (of_day > 0 && of_day < per_minute)) {
        refuse("moment", number);
    }
    const auto day = first_day().plus_days(static_cast<int>(days));
    if (of_day == 0) {
        return schema::CivilTime(day);
    }
    const auto minute = static_cast<int>(of_day / per_minute) - 1;
    const auto second = static_cast<int>(of_day % per_minute) - 1;
    return second < 0 ? schema::CivilTime::at_minute(day, minute)
                      : schema::CivilTime::at_second(day, minute * seconds_in_minute + second);
}

std::int64_t last_moment_number(schema::Date day) {
    return moment_number(schema::CivilTime(day)) + per_day - 1;
}

}  // namespace db
