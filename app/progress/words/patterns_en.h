#pragma once
// The sentences of English.

#include "app/progress/words/language.h"

namespace progress {

// The template for this number of things.
std::string_view english_pattern(Say say, Plural plural);

}  // namespace progress
