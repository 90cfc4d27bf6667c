#pragma once
// Scales that are computed from the same findings agree by themselves: together they are one
// witness of a change, not several.

#include <string_view>

namespace clinical {

// The code that this scale shares with its relatives: lesions_total for the three counts of the
// face, masi for MASI and its modified form. Every other scale, also a clinic's own, is its own.
std::string_view witness_of(std::string_view instrument_code);

}  // namespace clinical
