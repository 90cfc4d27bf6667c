#include "app/progress/course_progress.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::course_progress_test {
namespace {

TEST(CourseProgress, CountsTheSessionsOfTheCourse) {
    ExampleHistory example;
    example.session("2025-12-01");  // before there was a course
    example.course("2026-01-05", 4, "4w");
    example.session("2026-01-05T10:30");
    example.session("2026-02-02T10:30");
    const auto progress = course_progress(example.history());
    ASSERT_TRUE(progress.has_value());
    EXPECT_EQ(progress->course.sessions, 4);
    EXPECT_EQ(progress->done, 2);
    EXPECT_EQ(progress->first_session, moment("2026-01-05T10:30"));
    EXPECT_EQ(progress->last_session, moment("2026-02-02T10:30"));
    EXPECT_TRUE(progress->is_open());
}

TEST(CourseProgress, IsOfTheCourseThatBeganLast) {
    ExampleHistory example;
    example.course("2026-03-01", 3, "4w");
    example.course("2025-03-01", 9, "4w");
    EXPECT_EQ(course_progress(example.history())->course.sessions, 3);
    example.course("2026-03-01", 5, "4w");
    EXPECT_EQ(course_progress(example.history())->course.sessions, 5) << "entered later";
}

TEST(CourseProgress, IsAbsentWithoutACourse) {
    ExampleHistory example;
    example.session("2026-01-05");
    EXPECT_FALSE(course_progress(example.history()).has_value());
}

TEST(CourseProgress, IsCompleteWithAllSessionsAndNotOpenOnceEnded) {
    ExampleHistory example;
    auto& course = example.course("2026-01-05", 1, "4w");
    course.ended = day("2026-02-01");
    EXPECT_FALSE(course_progress(example.history())->is_complete());
    EXPECT_FALSE(course_progress(example.history())->is_open());
    course.ended.reset();
    example.session("2026-01-05");
    EXPECT_TRUE(course_progress(example.history())->is_complete());
    EXPECT_FALSE(course_progress(example.history())->is_open());
}

TEST(CourseProgress, CountsTheIntervalsThatKeptThePlan) {
    ExampleHistory example;
    example.course("2026-01-05", 6, "4w");
    for (const auto* at : {"2026-01-05", "2026-02-02", "2026-03-09", "2026-04-14"}) {
        example.session(at);
    }
    const auto progress = course_progress(example.history());
    EXPECT_EQ(progress->intervals, 3);
    EXPECT_EQ(progress->intervals_kept, 2) << "28 and 35 days, not 36";
}

struct Case {
    std::string every;
    std::string previous;
    std::string actual;
    bool expected;
};

TEST(IntervalKept, AllowsAQuarterEitherWay) {
    const std::vector<Case> cases = {
        {"4w", "2026-01-05", "2026-02-02", true},
        {"4w", "2026-01-05", "2026-01-26", true},
        {"4w", "2026-01-05", "2026-01-25", false},
        {"4w", "2026-01-05", "2026-02-09", true},
        {"4w", "2026-01-05", "2026-02-10", false},
        {"1d", "2026-01-05", "2026-01-06", true},
        {"1d", "2026-01-05", "2026-01-07", false},
        {"1m", "2026-01-31", "2026-02-28", true},
        {"1m", "2026-01-31", "2026-03-07", true},
        {"1m", "2026-01-31", "2026-03-08", false},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.every + " " + each.previous + " " + each.actual);
        EXPECT_EQ(
            interval_kept(read<schema::Interval>(each.every), day(each.previous), day(each.actual)),
            each.expected);
    }
}

TEST(TreatmentBegan, IsTheFirstSessionOfTheLatestCourseThatHasOne) {
    ExampleHistory example;
    EXPECT_EQ(treatment_began(example.history()), std::nullopt);
    example.session("2024-12-01");
    EXPECT_EQ(treatment_began(example.history()), moment("2024-12-01")) << "no course has one";
    example.course("2025-01-05", 2, "4w");
    example.session("2025-02-02");
    example.session("2025-01-05");
    EXPECT_EQ(treatment_began(example.history()), moment("2025-01-05"));
    example.course("2026-01-05", 2, "4w");
    EXPECT_EQ(treatment_began(example.history()), moment("2025-01-05")) << "no session yet";
    example.session("2026-01-06");
    EXPECT_EQ(treatment_began(example.history()), moment("2026-01-06"));
}

}  // namespace
}  // namespace progress::course_progress_test
