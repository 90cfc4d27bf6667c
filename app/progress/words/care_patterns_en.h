#pragma once
// The sentences of English about aftercare, and the words of its card.

#include <span>
#include <string_view>

#include "app/progress/words/language.h"

namespace progress {

struct Pattern {
    Say say{};
    Plural plural = Plural::other;
    std::string_view text;
};

std::span<const Pattern> english_care_patterns();

}  // namespace progress
