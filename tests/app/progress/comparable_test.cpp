#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/burden.h"
#include "app/progress/judgement.h"
#include "tests/app/progress/judged.h"

namespace progress::comparable_test {
namespace {

using schema::Region;
using Regions = std::vector<Region>;

const Rated saleh{.rater = "Dr Saleh"};

// ---- places

TEST(JudgementOverPlaces, TakesNoPlaceForClearThatWasNotLookedAt) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.count("lesions_total", "2026-01-05", "forehead=30,left_cheek=25");
    example.count("lesions_total", "2026-03-05", "forehead=30");
    const auto found = judged(example, "lesions_total");
    EXPECT_EQ(found.verdict, Verdict::unchanged);
    EXPECT_EQ(found.places, Regions{Region::forehead});
    EXPECT_EQ(found.baseline.value, 30);
    EXPECT_EQ(found.latest.value, 30);
    EXPECT_EQ(found.change, 0);
    EXPECT_FALSE(found.is_whole) << "it must not stand beside whole faces";
    EXPECT_NE(found.responder, true);
}

TEST(JudgementOverPlaces, SeesAChangeOfTheCommonPlaces) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "forehead=40,nose=2");
    example.count("lesions_total", "2026-03-05", "forehead=4,chin=60");
    const auto found = judged(example, "lesions_total");
    EXPECT_EQ(found.verdict, Verdict::improved) << "the chin was not looked at before";
    EXPECT_EQ(found.change, -36);
    EXPECT_EQ(found.percent_change, -90);
}

TEST(JudgementOverPlaces, SaysNothingWithoutACommonOne) {
    ExampleHistory example;
    example.count("trunk_lesions", "2026-01-05", "chest=20");
    example.count("trunk_lesions", "2026-03-05", "upper_back=1");
    const auto found = judged(example, "trunk_lesions");
    EXPECT_EQ(found.verdict, Verdict::not_enough_data);
    EXPECT_EQ(found.why, Unjudged::other_places);
    EXPECT_EQ(found.change, 0);
    EXPECT_EQ(found.percent_change, std::nullopt);
    EXPECT_EQ(found.responder, std::nullopt);
    EXPECT_EQ(found.latest.value, 1) << "it is shown all the same";
    EXPECT_EQ(found.in_baseline, 1U);
    EXPECT_EQ(found.from_baseline().size(), 1U);
    EXPECT_FALSE(found.is_whole);
}

TEST(JudgementOverPlaces, OfAPartAfterTheWholeIsOfThePart) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "nose=2,chin=48,rest");
    example.count("lesions_total", "2026-02-05", "nose=1");
    const auto found = judged(example, "lesions_total");
    EXPECT_EQ(found.places, Regions{Region::nose});
    EXPECT_EQ(found.baseline.value, 2);
    EXPECT_EQ(found.verdict, Verdict::unchanged);
}

TEST(JudgementOverPlaces, OfTheWholeAfterAPartIsOfThePart) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "nose=2");
    example.count("lesions_total", "2026-02-05", "nose=2,chin=48,rest");
    const auto found = judged(example, "lesions_total");
    EXPECT_EQ(found.places, Regions{Region::nose});
    EXPECT_EQ(found.verdict, Verdict::unchanged) << "48 on the chin are no worsening";
}

TEST(JudgementOverPlaces, OfTwoWholesLeavesOutThePartsBetweenAndAfter) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "nose=2,chin=48,rest");
    example.count("lesions_total", "2026-02-05", "nose=1");
    example.score("lesions_total", "2026-03-05", 10);
    example.count("lesions_total", "2026-04-05", "nose=0");
    const auto found = judged(example, "lesions_total");
    EXPECT_EQ(found.places, std::nullopt);
    EXPECT_EQ(found.latest, (DatedValue{moment("2026-03-05"), 10}));
    EXPECT_EQ(found.compared.size(), 2U);
    EXPECT_EQ(found.verdict, Verdict::improved);
    EXPECT_TRUE(found.is_whole);
}

TEST(JudgementOverPlaces, OfAWholeWithoutItsPlacesComparesWithNoPart) {
    ExampleHistory example;
    example.score("lesions_total", "2026-01-05", 50);
    example.count("lesions_total", "2026-02-05", "nose=1");
    EXPECT_EQ(judged(example, "lesions_total").why, Unjudged::other_places);
}

TEST(JudgementOverPlaces, GoesBackToTheBaselineVisitThatSharesSome) {
    ExampleHistory example;
    example.session("2026-02-10");
    example.count("lesions_total", "2026-01-05", "nose=9,chin=40");
    example.count("lesions_total", "2026-02-05", "jawline=7");
    example.count("lesions_total", "2026-03-05", "chin=5");
    const auto found = judged(example, "lesions_total");
    EXPECT_EQ(found.places, Regions{Region::chin});
    EXPECT_EQ(found.baseline.at, moment("2026-01-05"));
    EXPECT_EQ(found.verdict, Verdict::improved);
}

TEST(JudgementOverPlaces, OfAMeanIsOverTheCommonPlaces) {
    ExampleHistory example;
    example.study("tewl", 2, 3);
    example.mean("tewl", "2026-01-05", "left_cheek=10,forehead=30", {.device = "TM"});
    example.mean("tewl", "2026-05-05", "left_cheek=10", {.device = "TM"});
    const auto found = judged(example, "tewl");
    EXPECT_EQ(found.verdict, Verdict::unchanged);
    EXPECT_EQ(found.baseline.value, 10);
    EXPECT_EQ(found.places, Regions{Region::left_cheek});
    EXPECT_FALSE(found.is_whole);
    ExampleHistory both;
    both.study("tewl", 2, 3);
    both.mean("tewl", "2026-01-05", "left_cheek=10,forehead=30", {.device = "TM"});
    both.mean("tewl", "2026-05-05", "left_cheek=10,forehead=20", {.device = "TM"});
    EXPECT_EQ(judged(both, "tewl").change, -5);
    EXPECT_EQ(judged(both, "tewl").verdict, Verdict::improved);
    EXPECT_TRUE(judged(both, "tewl").is_whole) << "all places of both";
}

// ---- devices

struct DeviceCase {
    const char* name;
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::optional<Unjudged> why;
};

TEST(JudgementOfReadings, ComparesOneNamedDeviceWithItself) {
    const std::vector<DeviceCase> cases = {
        {"the same", "TM 300", "TM 300", {}},
        {"written otherwise", "TM 300", "tm 300", {}},
        {"another", "TM 300", "TM 210", Unjudged::other_device},
        {"named later", {}, "TM 300", Unjudged::other_device},
        {"named before", "TM 300", {}, Unjudged::other_device},
        {"never named", {}, {}, {}},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        for (const bool is_mean : {false, true}) {
            ExampleHistory example;
            if (is_mean) {
                example.mean("hydration", "2026-01-05", "nose=20,chin=30", {.device = each.before});
                example.mean("hydration", "2026-03-05", "nose=50,chin=60", {.device = each.after});
            } else {
                example.score("hydration", "2026-01-05", 25, {}, {.device = each.before});
                example.score("hydration", "2026-03-05", 55, {}, {.device = each.after});
            }
            const auto found = judged(example, "hydration");
            EXPECT_EQ(found.why, each.why);
            EXPECT_EQ(found.verdict, each.why ? Verdict::not_enough_data : Verdict::not_sure);
            EXPECT_EQ(found.change, each.why ? 0 : 30);
        }
    }
}

TEST(JudgementOfReadings, TakesTheDeviceOfTheLastVisitThatTheBaselineHasToo) {
    ExampleHistory example;
    example.study("tewl", 2, 2);
    example.score("tewl", "2026-01-05", 20, {}, {.device = "A"});
    example.score("tewl", "2026-02-05", 5, {}, {.device = "B"});
    example.score("tewl", "2026-03-05", 19, {}, {.device = "A"});
    EXPECT_EQ(judged(example, "tewl").verdict, Verdict::unchanged);
    EXPECT_EQ(judged(example, "tewl").compared.size(), 2U);
}

TEST(JudgementOfReadings, OfOneDayWithTwoDevicesIsTheSameInEitherOrder) {
    const auto of = [](bool a_first) {
        ExampleHistory example;
        example.study("tewl", 2, 2);
        for (const auto* device : {"A", "B"}) {
            example.score("tewl", "2026-01-05", 20, {}, {.device = device});
        }
        example.score("tewl", "2026-03-05", a_first ? 8 : 30, {}, {.device = a_first ? "A" : "B"});
        example.score("tewl", "2026-03-05", a_first ? 30 : 8, {}, {.device = a_first ? "B" : "A"});
        return judged(example, "tewl");
    };
    EXPECT_EQ(of(true).verdict, of(false).verdict);
    EXPECT_EQ(of(true).change, of(false).change);
}

TEST(JudgementOfReadings, SaysWhyWhereTheDeviceHasNothingElseToCompare) {
    ExampleHistory places;
    places.mean("tewl", "2026-01-05", "nose=20", {.device = "A"});
    places.mean("tewl", "2026-03-05", "chin=20", {.device = "A"});
    EXPECT_EQ(judged(places, "tewl").why, Unjudged::other_places);
    ExampleHistory before;
    before.session("2026-01-10");
    before.score("tewl", "2026-01-04", 20, {}, {.device = "A"});
    before.score("tewl", "2026-01-05", 20, {}, {.device = "A"});
    EXPECT_EQ(judged(before, "tewl").why, Unjudged::one_visit);
    ExampleHistory one;
    one.score("tewl", "2026-01-05", 20, {}, {.device = "A"});
    EXPECT_EQ(judged(one, "tewl").why, Unjudged::one_visit);
}

// ---- one day

TEST(JudgementOfOneDay, IsNoCourseOfTime) {
    for (const auto& [first, second] : {std::pair(4.0, 1.0), {1.0, 4.0}}) {
        ExampleHistory example;
        example.score("iga", "2026-01-05T09:00", first);
        example.score("iga", "2026-01-05T09:05", second);
        const auto found = judged(example, "iga");
        EXPECT_EQ(found.verdict, Verdict::not_enough_data);
        EXPECT_EQ(found.why, Unjudged::one_visit);
        EXPECT_EQ(found.baseline.value, 2.5);
        EXPECT_EQ(found.responder, std::nullopt);
        EXPECT_EQ(found.since_last_visit, std::nullopt);
        EXPECT_TRUE(found.later.empty());
    }
}

TEST(JudgementOfOneDay, OfFourLesionsIsNoneEither) {
    ExampleHistory example;
    for (const double value : {9.0, 7.0, 6.0, 4.0}) {
        example.score("vancouver", "2026-01-05", value);
    }
    EXPECT_EQ(judged(example, "vancouver").why, Unjudged::one_visit);
    for (const double value : {9.0, 7.0, 6.0, 4.0}) {
        example.score("vancouver", "2026-04-05", value);
    }
    EXPECT_EQ(judged(example, "vancouver").verdict, Verdict::unchanged);
    EXPECT_EQ(judged(example, "vancouver").change, 0);
}

TEST(JudgementOfOneDay, OfTwoRatersIsTheirMedian) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.score("iga", "2026-01-05T09:00", 3);
    example.score("iga", "2026-01-05T09:00", 2);
    example.score("iga", "2026-03-05T09:00", 2);
    example.score("iga", "2026-03-05T09:05", 3);
    const auto found = judged(example, "iga");
    EXPECT_EQ(found.baseline.value, 2.5);
    EXPECT_EQ(found.baseline.n, 1) << "one visit";
    EXPECT_EQ(found.latest.value, 2.5);
    EXPECT_EQ(found.verdict, Verdict::unchanged);
}

}  // namespace
}  // namespace progress::comparable_test
