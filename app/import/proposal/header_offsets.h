#pragma once
// Visits that a header counts from a first day: week 4, w8, 3 months.

#include <string>
#include <string_view>

namespace exchange {

// "4w" of "week 4", "w4" and "4 weeks"; "0d" of "baseline"; empty for what names no such time.
std::string offset_named(std::string_view words);

// Whether the header is of each patient's first day, from which their visits count.
bool names_a_first_day(std::string_view header);

}  // namespace exchange
