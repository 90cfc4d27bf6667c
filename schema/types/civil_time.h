#pragma once
// When something happened, as the clinic's wall clock showed it: a day, a minute or a second. No
// time zone.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "schema/types/date.h"

namespace schema {

inline constexpr int hours_in_day = 24;  // on a wall clock, also where clocks are put forward

class CivilTime {
  public:
    // YYYY-MM-DD, YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS naming a real moment; else nothing.
    static std::optional<CivilTime> read(std::string_view text);
    // A whole day; without one, the calendar's first (see Date).
    CivilTime() = default;
    explicit CivilTime(Date day) : day_(day) {}

    Date day() const { return day_; }
    bool has_clock() const { return precision_ != Precision::day; }
    bool has_seconds() const { return precision_ == Precision::second; }
    int second_of_day() const { return second_; }  // 0..86399; 0 for a whole day
    std::string text() const;                      // as it was written

    // `minutes` minutes after the midnight at which `day` begins. Throws std::out_of_range beyond
    // the calendar.
    static CivilTime at_minute(Date day, int minutes);
    // That second of the day, 0..86399.
    static CivilTime at_second(Date day, int second);
    // The moment so many hours later on the same wall clock; of a whole day, counted from its
    // midnight. A change to or from summer time in between is not counted. Throws std::out_of_range
    // beyond the calendar.
    CivilTime plus_hours(int hours) const;
    // Hours from `earlier` to this moment, fractions included; a whole day counts from its
    // midnight.
    double hours_since(const CivilTime& earlier) const;
    // Days from `earlier` to this moment, fractions included; a whole day counts from its midnight.
    double days_since(const CivilTime& earlier) const;

    // Earlier first; a whole day comes before its own moments. The order of the texts is the same.
    auto operator<=>(const CivilTime&) const = default;

  private:
    enum class Precision { day, minute, second };

    Date day_;
    int second_ = 0;
    Precision precision_ = Precision::day;
};

// True unless `a` is certainly later than `b`: with only a day known of either, the same day is
// "not after".
bool not_after(const CivilTime& a, const CivilTime& b);

}  // namespace schema
