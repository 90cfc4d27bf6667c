#pragma once
// Phrases as people read them in English, for tests.

#include <string>

#include "app/texts/language.h"

namespace clinical {

inline std::string in_english(const texts::Phrase& phrase) {
    return texts::english().text(phrase);
}

// Of a whole sentence.
inline std::string english_sentence(const texts::Phrase& phrase) {
    return texts::english().sentence(phrase);
}

}  // namespace clinical
