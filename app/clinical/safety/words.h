#pragma once
// Names of the book as the findings write them.

#include <algorithm>
#include <string>

#include "schema/types/word.h"

namespace clinical {

// "left cheek".
template <schema::Enumeration Enum>
std::string plain_word(Enum value) {
    std::string text(schema::word(value));
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

}  // namespace clinical
