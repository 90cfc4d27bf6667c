#pragma once
// Directional isolates of Unicode (UAX #9): what stands in one does not turn round with what is
// beside it, nor turns that round. The pages do the same (app/web/texts/language.ts).

#include <string>
#include <string_view>

namespace texts {

// In U+2068 … U+2069, its direction that of its first strong character. Marks of direction of its
// own end within it. What is one isolate already, and what is empty, stays.
std::string isolated(std::string_view text);

// In U+2066 … U+2069: from left to right.
std::string isolated_left_to_right(std::string_view text);

}  // namespace texts
