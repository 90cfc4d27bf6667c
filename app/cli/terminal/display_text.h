#pragma once
// Text as a terminal shows it: how many columns it takes, and how to fit it into some.

#include <string>
#include <string_view>
#include <vector>

namespace cli {

// Stands where a line must not break; pages print it as a blank.
inline constexpr std::string_view no_break = "\u00A0";

// Columns on a terminal: none for combining marks and joiners, two for wide East Asian characters.
int display_width(std::string_view text);

// The text with a blank for each line end and tab, which a page would break at. What could drive
// the terminal stays: it is made harmless on the way out (clean_output.h).
std::string one_line(std::string_view text);

// The text if it fits `width`; else as much of it as leaves room for "…".
std::string cut(std::string_view text, int width);

// The text with blanks after (before) it up to `width`; unchanged if it is wider.
std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);

// Lines of at most `width` columns, broken at blanks; a longer word is broken where it must be.
std::vector<std::string> wrap(std::string_view text, int width);

}  // namespace cli
