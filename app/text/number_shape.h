#pragma once
// Why a cell that looks like a number is none: <5, 3-4, ~5, 5?, 1.5 mm.

#include <string_view>

#include "app/text/number.h"

namespace exchange {

// "is a bound, not a value", "is a range", "is an estimate" …; empty where the cell does not look
// like a number at all.
std::string_view why_no_number(std::string_view cell, Decimal decimal);

// The cell without this unit behind it: "1.5" of "1.5 mm", in either case; of %, "25" of "25 per
// cent". The cell itself where it does not end so, and for an empty unit.
std::string_view without_unit(std::string_view cell, std::string_view unit);

}  // namespace exchange
