#pragma once
// The dose of a topical anaesthetic: strength, amount, area and weight.

#include <optional>
#include <string>
#include <string_view>

#include "app/clinical/safety/situation.h"

namespace clinical {

// The greatest number before a per cent sign: 30 of "lidocaine 30 %", 23 of "23%/7% lidocaine and
// tetracaine". Digits of Arabic script count too. Nothing without one.
std::optional<double> percent_in(std::string_view anaesthetic);

// What is not known of the planned anaesthetic's dose, in a sentence; nothing where none is planned
// or all is known.
std::optional<std::string> unknown_dose(const Situation& situation);

}  // namespace clinical
