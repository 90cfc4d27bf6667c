#pragma once
// The words of a text, as a search compares them.

#include <string>
#include <string_view>
#include <vector>

namespace schema {

// The runs of letters and digits of the folded text (folding.h), with the marks that stand on them:
// "C-001, Huda" is c, 001 and huda.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace schema
