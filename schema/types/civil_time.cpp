#include "schema/types/civil_time.h"

#include <fmt/format.h>

namespace schema {

namespace {

// Two digits below `limit` at `at`, as a number; -1 if they are not.
int two_digits(std::string_view text, std::size_t at, int limit) {
    const char tens = text[at];
    const char ones = text[at + 1];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') {
        return -1;
    }
    const int value = (tens - '0') * 10 + (ones - '0');
    return value < limit ? value : -1;
}

constexpr int seconds_in_day = 86400;
constexpr int seconds_in_hour = 3600;
constexpr int minutes_in_day = 1440;

}  // namespace

std::optional<CivilTime> CivilTime::read(std::string_view text) {
    const auto day = Date::read(text.substr(0, 10));
    if (!day) {
        return std::nullopt;
    }
    CivilTime time(*day);
    if (text.size() == 10) {
        return time;
    }
    const bool to_the_second = text.size() == 19;
    if ((!to_the_second && text.size() != 16) || text[10] != 'T' || text[13] != ':' ||
        (to_the_second && text[16] != ':')) {
        return std::nullopt;
    }
    const int hour = two_digits(text, 11, 24);
    const int minute = two_digits(text, 14, 60);
    const int second = to_the_second ? two_digits(text, 17, 60) : 0;
    if (hour < 0 || minute < 0 || second < 0) {
        return std::nullopt;
    }
    time.second_ = hour * 3600 + minute * 60 + second;
    time.precision_ = to_the_second ? Precision::second : Precision::minute;
    return time;
}

std::string CivilTime::text() const {
    switch (precision_) {
        case Precision::minute:
            return fmt::format("{}T{:02}:{:02}", day_.text(), second_ / 3600, second_ / 60 % 60);
        case Precision::second:
            return fmt::format("{}T{:02}:{:02}:{:02}",
                               day_.text(),
                               second_ / 3600,
                               second_ / 60 % 60,
                               second_ % 60);
        case Precision::day:
            break;
    }
    return day_.text();
}

CivilTime CivilTime::at_minute(Date day, int minutes) {
    CivilTime time(day.plus_days(minutes / minutes_in_day));
    time.second_ = minutes % minutes_in_day * 60;
    time.precision_ = Precision::minute;
    return time;
}

CivilTime CivilTime::at_second(Date day, int second) {
    CivilTime time(day);
    time.second_ = second;
    time.precision_ = Precision::second;
    return time;
}

CivilTime CivilTime::plus_hours(int hours) const {
    const int whole_days = hours / hours_in_day;
    const int second = second_ + hours % hours_in_day * seconds_in_hour;
    auto moved = *this;
    moved.day_ = day_.plus_days(whole_days + second / seconds_in_day);
    moved.second_ = second % seconds_in_day;
    moved.precision_ = has_clock() ? precision_ : Precision::minute;
    return moved;
}

double CivilTime::hours_since(const CivilTime& earlier) const {
    const auto days = static_cast<double>(day_.days_since(earlier.day_));
    return days * hours_in_day + static_cast<double>(second_ - earlier.second_) / seconds_in_hour;
}

double CivilTime::days_since(const CivilTime& earlier) const {
    return day_.days_since(earlier.day_) +
           static_cast<double>(second_ - earlier.second_) / seconds_in_day;
}

bool not_after(const CivilTime& a, const CivilTime& b) {
    return a.has_clock() && b.has_clock() ? a <= b : a.day() <= b.day();
}

}  // namespace schema
