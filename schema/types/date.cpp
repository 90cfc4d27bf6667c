#include "schema/types/date.h"

#include <algorithm>
#include <stdexcept>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <fmt/format.h>

namespace schema {

namespace {

using boost::gregorian::gregorian_calendar;

constexpr int first_year = 1400;  // Boost's calendar
constexpr int last_year = 9999;

gregorian_calendar::ymd_type parts(std::int32_t number) {
    return gregorian_calendar::from_day_number(
        static_cast<gregorian_calendar::date_int_type>(number));
}

unsigned short last_day_of(int year, int month) {
    return gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                static_cast<unsigned short>(month));
}

// Digits only: from_chars alone would take a sign.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> day_of(std::string_view year, std::string_view month, std::string_view day) {
    const auto y = digits(year);
    const auto m = digits(month);
    const auto d = digits(day);
    return y && m && d ? Date::of(*y, *m, *d) : std::nullopt;
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 ||
        day > last_day_of(year, month)) {
        return std::nullopt;
    }
    return Date(static_cast<std::int32_t>(
        gregorian_calendar::day_number({static_cast<unsigned short>(year),
                                        static_cast<unsigned short>(month),
                                        static_cast<unsigned short>(day)})));
}

std::optional<Date> Date::read(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    return day_of(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

int Date::year() const {
    return parts(number_).year;
}

int Date::month() const {
    return parts(number_).month;
}

int Date::day() const {
    return parts(number_).day;
}

std::string Date::text() const {
    const auto ymd = parts(number_);
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(ymd.year),
                       static_cast<int>(ymd.month),
                       static_cast<int>(ymd.day));
}

Date Date::plus_days(int days) const {
    static const Date first = *of(first_year, 1, 1);
    static const Date last = *of(last_year, 12, 31);
    const auto moved = std::int64_t{number_} + days;
    if (moved < first.number_ || moved > last.number_) {
        throw std::out_of_range("date beyond the calendar");
    }
    return Date(static_cast<std::int32_t>(moved));
}

Date Date::plus_months(int months) const {
    const int count = year() * 12 + month() - 1 + months;
    const int target_year = count / 12;
    const int target_month = count % 12 + 1;
    if (target_year < first_year || target_year > last_year) {
        throw std::out_of_range("date beyond the calendar");
    }
    const int target_day =
        std::min(day(), static_cast<int>(last_day_of(target_year, target_month)));
    return *of(target_year, target_month, target_day);
}

int age_in_years(Date born, Date on) {
    const bool had_birthday =
        on.month() != born.month() ? on.month() > born.month() : on.day() >= born.day();
    return on.year() - born.year() - (had_birthday ? 0 : 1);
}

std::optional<PartialDate> PartialDate::read(std::string_view text) {
    const bool whole = text.size() == 10 && Date::read(text);
    const bool month =
        text.size() == 7 && text[4] == '-' && day_of(text.substr(0, 4), text.substr(5, 2), "01");
    const bool year = text.size() == 4 && day_of(text, "01", "01");
    return whole || month || year ? std::optional(PartialDate(text)) : std::nullopt;
}

Date PartialDate::first_day() const {
    constexpr std::string_view rest = "-01-01";
    return *Date::read(text_ + std::string(rest.substr(rest.size() - (10 - text_.size()))));
}

bool PartialDate::may_be(const PartialDate& other) const {
    return text_.starts_with(other.text_) || other.text_.starts_with(text_);
}

std::optional<Age> age_on(Date on, const PartialDate& born) {
    if (born.first_day() > on) {
        return std::nullopt;
    }
    return Age{.least = age_in_years(std::min(born.last_day(), on), on),
               .most = age_in_years(born.first_day(), on)};
}

std::string age_text(const Age& age) {
    return fmt::format("{}{} {} old",
                       age.least == age.most ? "" : "about ",
                       age.most,
                       age.most == 1 ? "year" : "years");
}

Date PartialDate::last_day() const {
    const Date first = first_day();
    switch (text_.size()) {
        case 4:
            return *Date::of(first.year(), 12, 31);
        case 7:
            return *Date::of(first.year(), first.month(), last_day_of(first.year(), first.month()));
        default:
            return first;
    }
}

}  // namespace schema
