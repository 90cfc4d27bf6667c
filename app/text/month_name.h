#pragma once
// The names of months in tables: English, French and Spanish, whole or shortened.

#include <optional>
#include <string_view>

namespace exchange {

// 1..12 for "January", "jan", "Sept", "mars", "février", "septiembre" …, in any case; else nothing.
std::optional<int> month_named(std::string_view word);

}  // namespace exchange
