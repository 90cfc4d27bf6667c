#pragma once

// What phrases say in English, for tests of what is said. One that is not in the list of texts, or
// lacks a value, is a mistake of the program: it throws std::logic_error.

#include <stdexcept>
#include <string>
#include <vector>

#include "app/progress/words/sentences.h"
#include "app/texts/language.h"

namespace progress {

inline std::string in_english(const texts::Phrase& phrase) {
    auto text = texts::english().sentence(phrase);
    if (!texts::english().has(phrase.id) || text.find('{') != std::string::npos) {
        throw std::logic_error(phrase.id + ": " + text);
    }
    return text;
}

inline std::vector<std::string> in_english(const std::vector<texts::Phrase>& phrases) {
    std::vector<std::string> all;
    for (const auto& phrase : phrases) {
        all.push_back(in_english(phrase));
    }
    return all;
}

struct Said {
    std::string text;
    std::string about;
};

inline std::vector<Said> in_english(const std::vector<Sentence>& sentences) {
    std::vector<Said> all;
    for (const auto& each : sentences) {
        all.push_back({in_english(each.said), each.about});
    }
    return all;
}

struct SaidToBoth {
    std::vector<Said> clinic;
    std::vector<Said> patient;
};

inline SaidToBoth in_english(const Sentences& sentences) {
    return {in_english(sentences.clinic), in_english(sentences.patient)};
}

}  // namespace progress
