#pragma once
// Units of UCUM as they are printed.

#include <string>
#include <string_view>

namespace texts {

// Beside a number: "points", "g/(m²·h)", "µg/cm²"; empty for "1".
std::string printed_unit(std::string_view ucum);

// The text that has a number of it in every language: "word.unit.lesions"; empty for a unit that
// has none, as one that a clinic gave its own scale.
std::string_view id_of_unit(std::string_view ucum);

}  // namespace texts
