#pragma once
// A piece of work tells of itself as a part of the whole.

#include "app/import/import_options.h"

namespace exchange {

// Tells `whole` of a piece that begins when `from` of it is done and ends when `to` is: 0 to 1.
Progress part_of(const Progress& whole, double from, double to);

// The part of an import in which its file becomes a table; then its rows are read and stored.
inline constexpr double share_of_table = 0.2;
// The part of that rest in which its rows are read.
inline constexpr double share_of_reading = 0.3;

}  // namespace exchange
