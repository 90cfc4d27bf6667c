#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/words/sentences.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/words/example_sentences.h"

namespace progress::sentences_order_test {
namespace {

using Texts = std::vector<std::string>;

TEST(Sentences, SayWhatIsUrgentFirstAndThatNoProductIsForItsSkin) {
    ExampleHistory example;
    example.session("2026-06-14T10:30");
    example.event(schema::EventKind::infection, "2026-06-15").severity = 3;
    const auto said = said_of(example).patient;
    EXPECT_EQ(said.front().about, "urgent");
    EXPECT_TRUE(said.front().text.starts_with("Call the clinic now: ")) << said.front().text;
    EXPECT_EQ(said.back().about, "aftercare");
    EXPECT_EQ(said.back().text,
              "Until the clinic has answered: shade; no retinoid, acids, peels or lasers.");
    for (const auto& each : said) {
        EXPECT_EQ(each.text.find("use:"), std::string::npos) << each.text;
    }
}

TEST(Sentences, TellProductsAgainOnceWhatWasUrgentIsOver) {
    ExampleHistory example;
    example.session("2026-06-11T10:30");
    auto& event = example.event(schema::EventKind::infection, "2026-06-12");
    event.severity = 3;
    event.resolved = schema::PartialDate::read("2026-06-14");
    const auto said = said_of(example).patient;
    EXPECT_TRUE(said.back().text.starts_with("Until 9 July go into the sun only"))
        << said.back().text;
}

TEST(Sentences, ForPatientsAreOfOneSeriesOfFourConcernsAtMost) {
    ExampleHistory example;
    for (const auto* code : {"gags", "goodman_baron_score", "pahpi", "hydration", "dlqi", "iga"}) {
        example.score(code, "2026-01-05", 20);
        example.score(code, "2026-03-05", 20);
    }
    std::size_t series = 0;
    for (const auto& each : said_of(example).patient) {
        series += each.text.find("That is about the same.") != std::string::npos;
    }
    EXPECT_EQ(series, 4U);
    EXPECT_TRUE(says(said_of(example).patient,
                     "About the same too: Acne, rated place by place, How much the skin affects "
                     "your life."));
}

// The order is fixed by concern, so that no improvement is picked out; only what got worse leads.
TEST(Sentences, ForPatientsDoNotPickImprovements) {
    ExampleHistory example;
    const auto move = [&](const char* code, double from, double to) {
        example.score(code, "2026-01-05", from);
        example.score(code, "2026-03-05", to);
    };
    move("gags", 20, 20);
    move("goodman_baron_score", 20, 5);
    move("pahpi", 5, 20);
    move("dlqi", 20, 5);
    move("sebum", 160, 130);
    std::vector<std::string> order;
    for (const auto& each : said_of(example).patient) {
        if (each.about != "baseline" && each.about != "gaps" && each.about != "disagreement") {
            order.push_back(each.about);
        }
    }
    EXPECT_EQ(order, (Texts{"pahpi", "gags", "goodman_baron_score", "dlqi"}));
}

TEST(Sentences, WarnOnceOfAllStartsThatWereSeenOnce) {
    ExampleHistory example;
    for (const auto* code : {"goodman_baron_score", "dlqi"}) {
        example.score(code, "2026-01-05", 20);
        example.score(code, "2026-03-05", 5);
    }
    EXPECT_TRUE(says(said_of(example).clinic,
                     "One-visit start (Goodman-Baron quantitative score, Dermatology Life Quality "
                     "Index): part of what looks better may be regression to the mean."));
    EXPECT_TRUE(says(said_of(example).patient,
                     "The start was measured only once, so part of what looks better can be "
                     "chance."));
    for (const auto* code : {"goodman_baron_score", "dlqi"}) {
        example.score(code, "2026-01-02", 20);
    }
    example.session("2026-01-06");
    for (const auto& each : said_of(example).clinic) {
        EXPECT_NE(each.about, "baseline") << "the start is the median of two visits";
    }
}

TEST(Sentences, ForTheClinicAreOfEightSeriesThreeGapsAndTheLastThreeMarks) {
    ExampleHistory example;
    for (const auto* code :
         {"gags", "iga", "leeds", "gea", "lesions_total", "pahpi", "tewl", "dlqi", "cadi"}) {
        example.score(code, "2026-01-05", 3);
    }
    std::size_t series = 0;
    std::size_t gaps = 0;
    for (const auto& each : said_of(example).clinic) {
        series += each.text.find("with no later visit") != std::string::npos;
        gaps += each.about == "gaps";
    }
    EXPECT_EQ(series, 8U);
    EXPECT_EQ(gaps, 4U) << "three and how many more";
    ExampleHistory marks;
    for (int i = 0; i < 5; ++i) {
        const auto on = day("2025-01-05").plus_months(3 * i);
        marks.session(on.text());
        marks.score("pahpi", on.plus_days(-1).text(), 8);
        marks.score("pahpi", on.plus_days(20).text(), 15);
    }
    std::vector<std::string> darker;
    for (const auto& each : said_of(marks).clinic) {
        if (each.about == "pih_watch") {
            darker.push_back(each.text);
        }
    }
    ASSERT_EQ(darker.size(), 4U);
    EXPECT_EQ(darker[0], "Before that, marks got worse after a session 2 more times.");
    EXPECT_NE(darker[1].find("2025-07-05"), std::string::npos);
}

TEST(Sentences, ComeInOrderOfWhatTheySay) {
    ExampleHistory example;
    const auto move = [&](const char* code, double from, double to) {
        example.score(code, "2026-01-05", from);
        example.score(code, "2026-03-05", to);
    };
    example.score("gags", "2026-01-05", 9);
    move("goodman_baron_grade", 3, 3);
    move("tewl", 9, 12);
    move("dlqi", 20, 5);
    move("cadi", 5, 12);
    std::vector<std::string> order;
    for (const auto& each : said_of(example).clinic) {
        if (each.about != "gaps" && each.about != "course" &&
            (order.empty() || order.back() != each.about)) {
            order.push_back(each.about);
        }
    }
    EXPECT_EQ(order, (Texts{"cadi", "dlqi", "tewl", "goodman_baron_grade", "gags", "baseline"}));
}

TEST(Sentences, CountOneThatTheyLeaveOut) {
    ExampleHistory example;
    for (const auto* code : {"gags", "iga", "leeds", "dlqi"}) {
        example.score(code, "2026-01-05", 1);
    }
    EXPECT_TRUE(says(said_of(example).clinic, "1 more thing is missing or old."));
    ExampleHistory marks;
    for (int i = 0; i < 4; ++i) {
        const auto on = day("2025-01-05").plus_months(3 * i);
        marks.session(on.text());
        marks.score("pahpi", on.plus_days(-1).text(), 8);
        marks.score("pahpi", on.plus_days(20).text(), 15);
    }
    EXPECT_TRUE(
        says(said_of(marks).clinic, "Before that, marks got worse after a session 1 more time."));
}

}  // namespace
}  // namespace progress::sentences_order_test
