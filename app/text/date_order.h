#pragma once
// Dates as people write them, without a pattern: 2020-05-01, 22.07.1977, jan 2020, 3/4/2020 15:07.

#include <optional>
#include <string_view>

#include "app/text/date_reading.h"

namespace exchange {

enum class DateOrder { ymd, dmy, mdy };

// What a cell says. A year of four digits in front is always year, month, day. Behind, it is read
// in the order told, and only in that; untold, it is exact when only one order gives a day
// (22.07.1977, 5/5/2020), else ambiguous. A month's name settles the order. A year of two digits is
// ambiguous whatever is told: nobody wrote its century. A bare number is a year (four digits) or
// YYYYMMDD, or not a date: 13821 might be a spreadsheet's day number, or anything. A time of day,
// H:MM or H:MM:SS, may follow a day after a blank or T.
DateReading read_in_order(std::string_view cell, std::optional<DateOrder> told);

}  // namespace exchange
