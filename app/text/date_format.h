#pragma once
// Dates in cells: read as told by --dates, or as far as they speak for themselves. Never guessed.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/text/date_order.h"
#include "app/text/date_pattern.h"
#include "app/text/date_reading.h"
#include "schema/types/error.h"

namespace exchange {

class DateFormat {
  public:
    // "ymd", "dmy", "mdy", or a pattern (date_pattern.h). Throws schema::Error (misused) for
    // anything else.
    static DateFormat read(std::string_view told);

    const std::string& text() const { return text_; }  // as it was told

  private:
    DateReading read_plain(std::string_view text) const;
    friend DateReading read_date(std::string_view cell, const std::optional<DateFormat>& told);
    friend schema::Problem date_problem(std::string where,
                                        std::string_view cell,
                                        const DateReading& reading,
                                        const std::optional<DateFormat>& told);

    std::string text_;
    std::variant<DateOrder, DatePattern> form_ = DateOrder::ymd;
};

// What a cell says about a date, in the digits of any script, blanks and invisible marks aside.
// Told a pattern, nothing but the pattern. Behind a time of day there may be a fraction of a
// second, which is cut off, AM or PM, and a zone, which is told and not converted.
DateReading read_date(std::string_view cell, const std::optional<DateFormat>& told = std::nullopt);

// The problem of a cell whose reading is not what was needed: ambiguous, partial or not a date; it
// names the part that is wrong.
// `where` names the file, the line and the column.
schema::Problem date_problem(std::string where,
                             std::string_view cell,
                             const DateReading& reading,
                             const std::optional<DateFormat>& told = std::nullopt);

}  // namespace exchange
