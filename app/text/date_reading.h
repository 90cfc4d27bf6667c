#pragma once
// What a cell turned out to say about a date, and the parts it is put together from.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

enum class DateVerdict {
    exact,       // a day, or a moment of it
    partial,     // a month or a year: the rest was not written, and is not invented
    ambiguous,   // several days could be meant
    not_a_date,  // none
};

struct DateReading {
    DateVerdict verdict = DateVerdict::not_a_date;
    std::string text;                   // exact: YYYY-MM-DD[THH:MM[:SS]]; partial: YYYY or YYYY-MM
    std::vector<std::string> readings;  // ambiguous: all of them, as exact texts, earliest first
    std::optional<int> minutes_east{};  // of UTC, where the time of day was written with a zone

    bool operator==(const DateReading&) const = default;
};

// The parts of a date as they were found; digits have been read, nothing has been checked.
struct DateParts {
    int year = 0;
    std::optional<int> month;
    std::optional<int> day;
    std::string clock;  // "" or HH:MM or HH:MM:SS
};

// The one day, month, year or moment with these parts; not a date when the calendar has none.
DateReading certain_date(const DateParts& parts);

// 1..4 digits as a number; nothing for anything else.
std::optional<int> read_digits(std::string_view text);

}  // namespace exchange
