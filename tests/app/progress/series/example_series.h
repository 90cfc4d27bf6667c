#pragma once

// Series of an example history, for the tests of them.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/course_progress.h"
#include "app/progress/series/series.h"
#include "tests/app/progress/example_history.h"

namespace progress {

using TimedValues = std::vector<std::pair<std::string, double>>;

inline std::vector<Series> all_series(const ExampleHistory& example) {
    const auto history = example.history();
    return series_of(history, treatment_began(history));
}

inline Series only_series(const ExampleHistory& example) {
    const auto all = all_series(example);
    EXPECT_EQ(all.size(), 1U);
    return all.at(0);
}

inline Series gags(const TimedValues& values, const std::vector<std::string>& sessions = {}) {
    ExampleHistory example;
    if (!sessions.empty()) {
        example.course("2026-01-01", 6, "4w");
    }
    for (const auto& at : sessions) {
        example.session(at);
    }
    for (const auto& [at, value] : values) {
        example.score("gags", at, value);
    }
    return only_series(example);
}

}  // namespace progress
