#include "app/progress/due_list.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::due_list_test {
namespace {

struct Case {
    const char* as_of;
    const char* last_visit;
    std::optional<DueState> state;
};

// One session on 2026-01-05, the next after 28 days: 2026-02-02.
TEST(DueState, GoesFromDueToOverdueToLost) {
    ExampleHistory example;
    example.course("2026-01-05", 6, "4w");
    example.session("2026-01-05");
    const auto course = course_progress(example.history());
    for (const auto& each : {Case{"2026-01-25", "2026-01-05", std::nullopt},
                             Case{"2026-01-26", "2026-01-05", DueState::due},
                             Case{"2026-02-02", "2026-01-05", DueState::due},
                             Case{"2026-02-03", "2026-01-05", DueState::overdue},
                             Case{"2026-03-02", "2026-01-05", DueState::overdue},
                             Case{"2026-03-03", "2026-01-05", DueState::lost},
                             Case{"2026-03-03", "2026-01-06", DueState::overdue}}) {
        SCOPED_TRACE(std::string(each.as_of) + " " + each.last_visit);
        EXPECT_EQ(
            due_state(
                *course, *due(*course, day(each.as_of)), day(each.last_visit), day(each.as_of)),
            each.state);
    }
}

}  // namespace
}  // namespace progress::due_list_test
