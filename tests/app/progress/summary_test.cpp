#include "app/progress/summary.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/history_until.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress::summary_test {
namespace {

const Series& series(const Summary& summary, std::string_view code) {
    for (const auto& each : summary.series) {
        if (each.code() == code) {
            return each;
        }
    }
    throw std::out_of_range(std::string(code));
}

TEST(Summary, HoldsWhatIsKnownOfAPatient) {
    const auto summary = summarise(example_history(), day("2026-06-15"));
    EXPECT_EQ(summary.patient.chart, "C-001");
    EXPECT_EQ(summary.tags.size(), 1U);
    EXPECT_EQ(summary.sessions.size(), 4U);
    EXPECT_EQ(summary.events.size(), 2U);
    EXPECT_EQ(summary.series.size(), 11U);
    EXPECT_EQ(summary.course->done, 4);
    EXPECT_EQ(summary.due, (Due{day("2026-05-11"), 35}));
    const auto& lesions = series(summary, "lesions_total");
    EXPECT_EQ(lesions.change, -27);
    EXPECT_EQ(lesions.percent_change, -56.25);
    EXPECT_EQ(lesions.verdict, Verdict::improved);
    EXPECT_EQ(lesions.responder, true);
    EXPECT_EQ(lesions.points.back().after_sessions, 4);
    EXPECT_EQ(series(summary, "goodman_baron_score").verdict, Verdict::unchanged);
    EXPECT_EQ(series(summary, "gags").band->name, "mild");
    EXPECT_EQ(series(summary, "dlqi").points[1].recorded_total, 9);
}

TEST(Summary, OfTheDayOfAValueIncludesIt) {
    const auto before = summarise(example_history(), day("2026-05-24"));
    const auto on_the_day = summarise(example_history(), day("2026-05-25"));
    EXPECT_EQ(series(before, "lesions_total").latest.value, 24);
    EXPECT_EQ(series(on_the_day, "lesions_total").latest.value, 21);
}

TEST(Summary, BeforeAnythingHappenedIsEmpty) {
    const auto summary = summarise(example_history(), day("2025-12-31"));
    EXPECT_FALSE(summary.course.has_value());
    EXPECT_FALSE(summary.due.has_value());
    EXPECT_TRUE(summary.gaps.empty());
    EXPECT_TRUE(summary.series.empty());
    EXPECT_TRUE(summary.sessions.empty());
    EXPECT_TRUE(summary.events.empty());
}

TEST(HistoryUntil, OpensWhatEndedLater) {
    ExampleHistory example;
    example.course("2026-01-05", 2, "4w").ended = day("2026-03-01");
    auto& event = example.event(schema::EventKind::erythema, "2026-01-05");
    event.resolved = read<schema::PartialDate>("2026-03-01");
    const auto before = history_until(example.history(), day("2026-02-28"));
    EXPECT_EQ(before.courses[0].ended, std::nullopt);
    EXPECT_EQ(before.events[0].resolved, std::nullopt);
    const auto on_the_day = history_until(example.history(), day("2026-03-01"));
    EXPECT_TRUE(on_the_day.courses[0].ended.has_value());
    EXPECT_TRUE(on_the_day.events[0].resolved.has_value());
}

TEST(HistoryUntil, LeavesOutWhatWasUsedLaterAndOpensConditions) {
    auto history = ExampleHistory().history();
    history.applications = {{.at = moment("2026-02-28T23:59")}, {.at = moment("2026-03-01")}};
    history.conditions.resize(2);
    history.conditions[0].until = read<schema::PartialDate>("2026-03-01");
    history.conditions[1].from = read<schema::PartialDate>("2026-03-01");
    const auto before = history_until(history, day("2026-02-28"));
    EXPECT_EQ(before.applications.size(), 1U);
    ASSERT_EQ(before.conditions.size(), 1U);
    EXPECT_EQ(before.conditions[0].until, std::nullopt);
    const auto on_the_day = history_until(history, day("2026-03-01"));
    EXPECT_EQ(on_the_day.applications.size(), 2U);
    EXPECT_TRUE(on_the_day.conditions[0].until.has_value());
}

TEST(SummaryOfAftercare, IsThatOfTheWholeDayWhileItIsGoingOn) {
    ExampleHistory example;
    example.session("2026-01-05T10:30");
    example.session("2026-03-05T10:30");
    const auto on = [&](std::string_view date) {
        return summarise(example.history(), day(date)).aftercare;
    };
    EXPECT_FALSE(on("2026-01-04").has_value());
    EXPECT_EQ(on("2026-01-05")->hours_since, 0);
    EXPECT_EQ(on("2026-01-06")->hours_since, 13.5) << "at the beginning of the day";
    EXPECT_EQ(on("2026-01-06")->at, moment("2026-01-06"));
    EXPECT_TRUE(on("2026-02-02").has_value()) << "until half past ten";
    EXPECT_FALSE(on("2026-02-03").has_value());
    EXPECT_EQ(on("2026-03-06")->session->at, moment("2026-03-05T10:30"));
}

TEST(SummaryOfAftercare, GoesByTheClinicsSettingsAndRows) {
    ExampleHistory example;
    example.session("2026-01-05T10:30");
    auto history = example.history();
    history.clinic.absorption_hours = 12;
    history.care_rows = {{.subject = schema::CareSubject::panthenol,
                          .stance = schema::Stance::advised,
                          .until_hours = 48,
                          .source = "our handout"}};
    const auto care = summarise(history, day("2026-01-06")).aftercare;
    EXPECT_EQ(care->phase->phase.from_hours, 12);
    EXPECT_EQ(care->advised[0].advice.source, "our handout");
    EXPECT_EQ(care->advised[0].grade, clinical::SourceGrade::clinic_own);
}

TEST(SummaryOfAftercare, CountsTheProductsOfAllSessionsUpToTheDay) {
    ExampleHistory example;
    example.session("2026-01-05T10:30");
    example.session("2026-03-05T10:30");
    auto history = example.history();
    for (const auto* at : {"2026-01-05T16:30", "2026-03-05T16:30", "2026-03-07T16:30"}) {
        history.applications.push_back({.at = moment(at), .active = schema::Active::vitamin_c});
    }
    EXPECT_FALSE(summarise(history, day("2026-01-04")).adherence.has_value());
    EXPECT_EQ(summarise(history, day("2026-03-05")).adherence->count(), 2);
    const auto kept = summarise(history, day("2026-06-05")).adherence;
    EXPECT_EQ(kept->count(clinical::CareVerdict::avoid), 2);
    EXPECT_EQ(kept->count(clinical::CareVerdict::sources_differ), 1);
}

struct EventCase {
    std::string onset;
    bool with_session;
    bool expected;
};

TEST(HistoryUntil, KeepsASideEffectThatCanHaveBegun) {
    const std::vector<EventCase> cases = {
        {"2026-02-28", false, true},
        {"2026-03-01", false, false},
        {"2026-02", false, true},
        {"2026-03", false, false},
        {"2026", false, true},
        {"2027", false, false},
        {"", false, true},
        {"", true, false},  // it followed a session of March
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.onset + (each.with_session ? " with a session" : ""));
        ExampleHistory example;
        const auto session = example.session("2026-03-02").id;
        auto& event = example.event(schema::EventKind::erythema, each.onset);
        if (each.with_session) {
            event.session = session;
        }
        const auto known = history_until(example.history(), day("2026-02-28"));
        EXPECT_EQ(known.events.size(), each.expected ? 1U : 0U);
    }
}

// What a summary says of a series, without the pointers and names.
std::vector<std::string> said(const Summary& summary) {
    std::vector<std::string> all;
    for (const auto& each : summary.series) {
        all.push_back(each.code() + " " + std::string(schema::word(each.verdict)) + " " +
                      schema::number_text(each.change) + " " + each.latest.at.text() + " " +
                      std::to_string(each.points.back().after_sessions));
    }
    for (const auto& gap : summary.gaps) {
        all.push_back(in_english(gap.said));
    }
    if (summary.course) {
        all.push_back(std::to_string(summary.course->done));
    }
    if (summary.due) {
        all.push_back(summary.due->next_on.text());
    }
    return all;
}

RC_GTEST_PROP(SummaryLaw, WhatComesLaterChangesNothing, ()) {
    const auto as_of = day("2025-12-25").plus_days(*rc::gen::inRange(0, 200));
    const auto all = example_history();
    RC_ASSERT(said(summarise(all, as_of)) == said(summarise(history_until(all, as_of), as_of)));
}

RC_GTEST_PROP(SummaryLaw, OrderOfTheRecordsDoesNotMatter, ()) {
    auto history = example_history();
    const auto expected = said(summarise(history, day("2026-06-15")));
    const auto turn = *rc::gen::inRange<std::size_t>(0, history.scores.size());
    std::rotate(history.scores.begin(),
                history.scores.begin() + static_cast<std::ptrdiff_t>(turn),
                history.scores.end());
    std::reverse(history.courses.begin(), history.courses.end());
    std::reverse(history.sessions.begin(), history.sessions.end());
    RC_ASSERT(said(summarise(history, day("2026-06-15"))) == expected);
}

}  // namespace
}  // namespace progress::summary_test
