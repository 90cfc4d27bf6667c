#include "app/progress/due.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::due_test {
namespace {

CourseProgress course_of(std::string_view every, const std::vector<std::string>& sessions) {
    ExampleHistory example;
    example.course("2026-01-05", 3, every);
    for (const auto& at : sessions) {
        example.session(at);
    }
    return *course_progress(example.history());
}

struct Case {
    std::string every;
    std::vector<std::string> sessions;
    std::string as_of;
    Due expected;
};

TEST(Due, IsOneIntervalAfterTheLastSession) {
    const std::vector<Case> cases = {
        {"4w", {}, "2026-01-05", {day("2026-01-05"), 0}},
        {"4w", {}, "2026-01-08", {day("2026-01-05"), 3}},
        {"4w", {"2026-01-07T10:30"}, "2026-01-07", {day("2026-02-04"), 0}},
        {"4w", {"2026-01-07T10:30"}, "2026-02-04", {day("2026-02-04"), 0}},
        {"4w", {"2026-01-07T10:30"}, "2026-02-05", {day("2026-02-04"), 1}},
        {"10d", {"2026-01-07", "2026-01-20"}, "2026-03-01", {day("2026-01-30"), 30}},
        {"1m", {"2026-01-31"}, "2026-02-01", {day("2026-02-28"), 0}},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.every + " as of " + each.as_of);
        EXPECT_EQ(due(course_of(each.every, each.sessions), day(each.as_of)), each.expected);
    }
}

TEST(Due, IsAbsentWhenTheCourseIsCompleteOrEnded) {
    const auto complete = course_of("4w", {"2026-01-05", "2026-02-02", "2026-03-02"});
    EXPECT_FALSE(due(complete, day("2026-06-01")).has_value());
    const auto more_than_planned =
        course_of("4w", {"2026-01-05", "2026-02-02", "2026-03-02", "2026-03-30"});
    EXPECT_FALSE(due(more_than_planned, day("2026-06-01")).has_value());
    auto ended = course_of("4w", {"2026-01-05"});
    ended.course.ended = day("2026-01-20");
    EXPECT_FALSE(due(ended, day("2026-06-01")).has_value());
}

RC_GTEST_PROP(DueLaw, EachDayLaterIsADayMoreOverdueAndTheDayItselfStays, ()) {
    const auto progress = course_of("4w", {"2026-01-07"});
    const int days = *rc::gen::inRange(0, 400);
    const auto on_time = *due(progress, day("2026-02-04"));
    const auto late = *due(progress, day("2026-02-04").plus_days(days));
    RC_ASSERT(late.next_on == on_time.next_on);
    RC_ASSERT(late.overdue_days == days);
}

}  // namespace
}  // namespace progress::due_test
