#pragma once
// The value of a scale by its name in a cell: "much_improved", "3 (moderate)", "Grade 2", "léger".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// The value of the built-in scale with this code. Nothing for any other code, for a scale whose
// values have no names, for what is none of them, and where number and name contradict each other.
std::optional<double> grade_named(std::string_view code, std::string_view cell);

// The names of all values of the scale; empty where they have none.
std::vector<std::string> grade_names(std::string_view code);

}  // namespace exchange
