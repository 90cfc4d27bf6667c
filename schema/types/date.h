#pragma once
// Calendar days as people at the clinic write them: YYYY-MM-DD, from 1400-01-01 to 9999-12-31.
// Boost.Date_Time does the calendar; the reader is ours, because Boost's accept trailing junk
// (docs/contributing.md).

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schema {

class Date {
  public:
    // The calendar's first day, 1400-01-01: what a record's required day is until its reader has
    // set it.
    Date() = default;
    // The day with this year, month and day of month; nothing if the calendar has no such day.
    static std::optional<Date> of(int year, int month, int day);
    // Exactly ten characters, YYYY-MM-DD, naming a real day; else nothing.
    static std::optional<Date> read(std::string_view text);

    static Date last() { return *of(9999, 12, 31); }

    int year() const;
    int month() const;         // 1..12
    int day() const;           // 1..31
    std::string text() const;  // YYYY-MM-DD

    // Days from `earlier` to this day; negative when this day is before it.
    int days_since(Date earlier) const { return number_ - earlier.number_; }
    // This day moved by whole days. Throws std::out_of_range beyond the calendar's ends.
    Date plus_days(int days) const;
    // This day moved by calendar months; a day that the month lacks becomes its last day
    // (31 January + 1 month = 28 or 29 February). Always count from the first day of a plan:
    // adding one month again and again drifts.
    Date plus_months(int months) const;

    auto operator<=>(const Date&) const = default;

  private:
    explicit Date(std::int32_t number) : number_(number) {}
    std::int32_t number_ = 2232400;  // Boost's day number
};

// Full years from `born` to `on`. Born on 29 February: a year older on 1 March of common years.
int age_in_years(Date born, Date on);

// A date as far as it is known: a year, a month or a day. Never completed by invention.
struct PartialDate {
    // "2012", "2012-02" or "2012-02-29"; else nothing.
    static std::optional<PartialDate> read(std::string_view text);
    PartialDate(Date day) : text_(day.text()) {}

    const std::string& text() const { return text_; }
    bool is_full() const { return text_.size() == 10; }
    Date first_day() const;  // the earliest day it can mean
    Date last_day() const;   // the latest day it can mean
    // Whether both can mean the same day.
    bool may_be(const PartialDate& other) const;

    bool operator==(const PartialDate&) const = default;

  private:
    explicit PartialDate(std::string_view text) : text_(text) {}
    std::string text_;
};

// The full years from a birth that is known as far as it is known. Where they differ, the birth
// leaves it open.
struct Age {
    int least = 0;
    int most = 0;

    bool operator==(const Age&) const = default;
};

// On a day that is not before the first day that `born` can mean; nothing before it.
std::optional<Age> age_on(Date on, const PartialDate& born);
// "35 years old"; "about 36 years old" where it is left open.
std::string age_text(const Age& age);

}  // namespace schema
