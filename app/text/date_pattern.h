#pragma once
// A free pattern of --dates: mmdd-yyyy-hhmmss, dd/mm/yyyy, dd mmm yyyy hh:mm.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/date_reading.h"

namespace exchange {

// yyyy, or 19yy and 20yy for two digits of that century; mm or m, mmm (a month's name, shortened or
// not), dd or d, hh or h, mm after hours for minutes, ss; one letter stands for one or two digits,
// two for two, four for four. T, blanks and signs stand for themselves. Each part at most once; a
// year always; no part without the next larger one; nothing of one or two digits directly before
// other digits.
class DatePattern {
  public:
    // Nothing when the text is not such a pattern: also for yy, whose century nobody wrote.
    static std::optional<DatePattern> read(std::string_view text);

    // Exact or partial when the whole cell has this shape and is in the calendar; else not a date.
    DateReading match(std::string_view cell) const;

  private:
    enum class Field { literal, year, month, month_name, day, hour, minute, second };
    struct Step {
        Field field;
        char sign;          // of a literal; of a year of two digits its century, 19 or 20
        std::size_t least;  // digits
        std::size_t most;
    };

    static std::optional<Step> step(char letter, std::size_t size, Field last);
    static std::size_t take(const Step& step, std::string_view rest);
    bool has(Field field) const;
    bool is_complete() const;
    bool is_clear() const;

    std::vector<Step> steps_;
};

}  // namespace exchange
