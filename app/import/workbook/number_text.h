#pragma once
// A number of a spreadsheet as the text that its cell shows.

#include <string>
#include <string_view>

#include "app/import/workbook/number_format.h"

namespace exchange::workbook {

// The day that numbers count from: that of Windows, whose 29 February 1900 there never was, or
// that of old Macintoshes.
enum class DateSystem { from_1900, from_1904 };

// At most 15 significant digits, as spreadsheets show and keep: 0.1, 12, 100123000001.
std::string plain_number(double number);

// `written` is the number as the file has it. A number in plain form; "25%"; "2026-01-05",
// "2026-01-05T14:30:00", "14:30" or "14:30:05", to the second; a moment without a time of day is
// its day. What is no number, and a day before 0000 or after 9999, stays as it is written.
std::string number_text(std::string_view written, const NumberFormat& format, DateSystem system);

// "14:30", "14:30:05", "27:00": seconds of a day or more as a clock shows them.
std::string clock_text(long long seconds);

}  // namespace exchange::workbook
