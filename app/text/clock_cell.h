#pragma once
// A time of day in a cell of its own.

#include <optional>
#include <string_view>

namespace exchange {

// The second of the day, 0..86399, that "14:30", "9:05:30", "2:30 PM" or "2 p.m." names; a fraction
// of a second is cut off. Nothing for anything else.
std::optional<int> read_clock_cell(std::string_view cell);

}  // namespace exchange
