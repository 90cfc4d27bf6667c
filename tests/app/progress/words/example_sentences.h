#pragma once

// The sentences about an example history, for the tests of them.

#include <string>
#include <string_view>
#include <vector>

#include "app/progress/summary.h"
#include "app/progress/words/sentences.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress {

inline SaidToBoth said_of(const ExampleHistory& example, std::string_view on = "2026-06-15") {
    return in_english(summarise(example.history(), day(on)).sentences);
}

inline bool says(const std::vector<Said>& sentences, const std::string& text) {
    for (const auto& each : sentences) {
        if (each.text == text) {
            return true;
        }
    }
    return false;
}

}  // namespace progress
