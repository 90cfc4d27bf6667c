#pragma once
// What somebody may have meant by a word that is not known.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cli {

// How many letters are put in, left out, changed or swapped with their neighbour to come from one
// to the other (optimal string alignment).
std::size_t slips_between(std::string_view one, std::string_view other);

// The candidate with the fewest slips from `word`, the first of equals; where even that one has
// more than a third of the letters wrong, the first that begins with it, if it is three letters at
// least.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

// "did you mean X? ", with what stands before the word; empty where there is none.
std::string did_you_mean(std::string_view before, const std::optional<std::string>& word);

}  // namespace cli
