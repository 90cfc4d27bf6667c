#pragma once
// The judgement of the one series of a history.

#include <string_view>
#include <vector>

#include "app/progress/course_progress.h"
#include "app/progress/series/judgement.h"
#include "tests/app/progress/example_history.h"

namespace progress {

inline Judgement judged(const ExampleHistory& example, std::string_view code) {
    const auto history = example.history();
    const auto sessions = session_times(history);
    const auto found = std::find_if(history.instruments.begin(),
                                    history.instruments.end(),
                                    [&](const auto& each) { return each.code == code; });
    std::vector<Score> scores;
    for (const auto& score : history.scores) {
        if (score.instrument == found->id && !score.region) {
            scores.push_back(score);
        }
    }
    return judge(scores,
                 {.instrument = *found,
                  .began = treatment_began(history),
                  .sessions = sessions,
                  .own_study = own_study(history.agreements, found->id)});
}

}  // namespace progress
