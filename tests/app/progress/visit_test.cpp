#include "app/progress/visit.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::visit_test {
namespace {

using schema::Region;

constexpr const char* face =
    "forehead=1,nose=0,left_cheek=2,right_cheek=3,perioral=0,chin=4,jawline=0,periorbital=0";

struct Scores {
    std::vector<Score> all;
    std::vector<const Score*> by_time;

    explicit Scores(const ExampleHistory& example) : all(example.history().scores) {
        for (const auto& each : all) {
            by_time.push_back(&each);
        }
    }
    std::vector<Visit> visits() const { return visits_of(by_time); }
};

Regions regions(const std::vector<Region>& list) {
    Regions regions;
    for (const auto region : list) {
        regions.set(static_cast<std::size_t>(region));
    }
    return regions;
}

Extent over(const std::vector<Region>& list) {
    return {.whole = false, .regions = regions(list)};
}

TEST(Visit, IsADayAndNotAMoment) {
    ExampleHistory example;
    for (const auto* at :
         {"2026-01-05", "2026-01-05T08:00", "2026-01-05T23:59", "2026-01-06T00:00"}) {
        example.score("gags", at, 9);
    }
    const Scores scores(example);
    const auto visits = scores.visits();
    ASSERT_EQ(visits.size(), 2U);
    EXPECT_EQ(visits[0].at, moment("2026-01-05"));
    EXPECT_EQ(visits[0].ratings.size(), 3U);
    EXPECT_EQ(visits[1].at, moment("2026-01-06T00:00"));
    EXPECT_EQ(visits[1].ratings.size(), 1U);
    EXPECT_TRUE(visits_of({}).empty());
}

TEST(Visit, OfSeveralRatingsIsTheirMedianInAnyOrder) {
    EXPECT_EQ(median({3}), 3);
    EXPECT_EQ(median({3, 2}), 2.5);
    EXPECT_EQ(median({2, 3}), 2.5);
    EXPECT_EQ(median({9, 1, 4}), 4);
    EXPECT_EQ(median({9, 1, 4, 5}), 4.5);
    for (const auto& [first, second] : {std::pair(3.0, 2.0), {2.0, 3.0}}) {
        ExampleHistory example;
        example.score("iga", "2026-01-05T09:00", first);
        example.score("iga", "2026-01-05T09:00", second);
        EXPECT_EQ(value_over("iga", Scores(example).visits()[0], {}), 2.5);
    }
}

TEST(Visit, IsOfTheWholeWhenEveryPlaceOfItsScaleWasLookedAt) {
    ExampleHistory example;
    const auto& without = example.score("lesions_total", "2026-01-01", 9);
    EXPECT_TRUE(is_of_the_whole("lesions_total", without)) << "entered as a whole";
    const auto& all = example.count("lesions_total", "2026-01-02", face);
    EXPECT_TRUE(is_of_the_whole("lesions_total", all));
    EXPECT_FALSE(is_of_the_whole("trunk_lesions", all)) << "the face is not the trunk";
    const auto& rest = example.count("lesions_total", "2026-01-03", "nose=2,rest");
    EXPECT_TRUE(is_of_the_whole("lesions_total", rest));
    const auto& part = example.count("lesions_total", "2026-01-04", "nose=2,forehead=0");
    EXPECT_FALSE(is_of_the_whole("lesions_total", part));
    const auto& mean = example.mean("tewl", "2026-01-05", face);
    EXPECT_FALSE(is_of_the_whole("tewl", mean)) << "a mean is of its places";
}

TEST(Visit, KnowsThePlacesOfItsScaleThatAnyRatingHas) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05T09:00", "nose=2,chest=4");
    example.count("lesions_total", "2026-01-05T10:00", "chin=1,nose=1");
    const Scores scores(example);
    EXPECT_EQ(places_of("lesions_total", scores.visits()[0]),
              regions({Region::nose, Region::chin}));
    EXPECT_EQ(places_of("trunk_lesions", scores.visits()[0]), regions({Region::chest}));
    EXPECT_EQ(places_of("tewl", scores.visits()[0]),
              regions({Region::nose, Region::chin, Region::chest}))
        << "a scale of no particular places has all";
    ExampleHistory whole;
    whole.score("lesions_total", "2026-01-05", 5);
    EXPECT_TRUE(places_of("lesions_total", Scores(whole).visits()[0]).none());
}

TEST(Visit, OverPlacesAddsUpTheMediansOfEach) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05T09:00", "nose=2,chin=10");
    example.count("lesions_total", "2026-01-05T10:00", "nose=6,chin=4,forehead=1");
    example.count("lesions_total", "2026-01-05T11:00", "nose=3");
    const Scores scores(example);
    const auto visit = scores.visits()[0];
    EXPECT_EQ(value_over("lesions_total", visit, over({Region::nose})), 3);
    EXPECT_EQ(value_over("lesions_total", visit, over({Region::nose, Region::chin})), 10);
    EXPECT_EQ(value_over("lesions_total", visit, over({Region::forehead})), 1);
    EXPECT_EQ(value_over("lesions_total", visit, over({Region::nose, Region::jawline})),
              std::nullopt)
        << "what was not looked at is not clear";
    EXPECT_EQ(value_over("lesions_total", visit, over({})), std::nullopt);
    EXPECT_EQ(value_over("lesions_total", visit, {}), std::nullopt) << "no rating has the whole";
}

TEST(Visit, OverPlacesOfAMeanIsTheirMean) {
    ExampleHistory example;
    example.mean("tewl", "2026-01-05", "left_cheek=20,forehead=10,chin=3");
    const Scores scores(example);
    const auto visit = scores.visits()[0];
    EXPECT_EQ(value_over("tewl", visit, over({Region::left_cheek})), 20);
    EXPECT_EQ(value_over("tewl", visit, over({Region::left_cheek, Region::forehead})), 15);
    EXPECT_EQ(value_over("tewl", visit, {}), std::nullopt);
}

TEST(Visit, ShowsTheWholeElseAllOfItsPlaces) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05T09:00", "nose=2,chin=1");
    example.score("lesions_total", "2026-01-05T10:00", 14);
    example.count("lesions_total", "2026-01-06T09:00", "nose=2,chin=1");
    example.count("lesions_total", "2026-01-06T10:00", "nose=4");
    example.count("lesions_total", "2026-01-07", "chest=7");
    const Scores scores(example);
    const auto visits = scores.visits();
    const auto whole = shown_value("lesions_total", visits[0]);
    EXPECT_EQ(whole.value, 14);
    EXPECT_TRUE(whole.extent.whole);
    const auto part = shown_value("lesions_total", visits[1]);
    EXPECT_EQ(part.value, 4);
    EXPECT_EQ(part.extent, over({Region::nose, Region::chin}));
    EXPECT_EQ(shown_value("lesions_total", visits[2]).value, 7) << "of no place of the scale";
}

TEST(Visit, ListsRegionsInTheirOrder) {
    EXPECT_EQ(listed(regions({Region::chin, Region::forehead})).front(),
              std::min(Region::chin, Region::forehead));
    EXPECT_TRUE(listed({}).empty());
}

}  // namespace
}  // namespace progress::visit_test
