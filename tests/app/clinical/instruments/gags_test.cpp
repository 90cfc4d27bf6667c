#include "app/clinical/instruments/gags.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/clinical/band.h"
#include "tests/support/part_text.h"

namespace clinical::gags_test {
namespace {

using schema::AcneRegion;
using schema::AcneStatus;
using schema::Region;

AcneRegion graded(Region region, int grade) {
    return {.region = region,
            .open_comedones = grade >= 1 ? 5 : 0,
            .papules = grade >= 2 ? 2 : 0,
            .pustules = grade >= 3 ? 1 : 0,
            .nodules = grade >= 4 ? 1 : 0};
}

// Grades of forehead, right cheek, left cheek, nose, chin, and chest with upper back.
AcneStatus graded(const std::array<int, 6>& grades) {
    AcneStatus seen;
    seen.regions = {graded(Region::forehead, grades[0]),
                    graded(Region::right_cheek, grades[1]),
                    graded(Region::left_cheek, grades[2]),
                    graded(Region::nose, grades[3]),
                    graded(Region::chin, grades[4]),
                    graded(Region::chest, grades[5]),
                    graded(Region::upper_back, 0)};
    return seen;
}

AcneStatus rest_clear(std::vector<AcneRegion> regions) {
    AcneStatus seen;
    seen.rest = schema::Rest::clear;
    seen.regions = std::move(regions);
    return seen;
}

struct Row {
    std::array<int, 6> grades;
    int total;
    std::string band;
};

// Doshi, Zaheer and Stiller 1997: factors, grades and bands of the reference vectors,
// 19_scoring_vectors/gags.csv.
const std::vector<Row> published = {
    {{0, 0, 0, 0, 0, 0}, 0, "clear"},
    {{4, 4, 4, 4, 4, 4}, 44, "very severe"},
    {{0, 0, 0, 0, 1, 0}, 1, "mild"},
    {{1, 0, 0, 3, 2, 0}, 7, "mild"},
    {{0, 0, 3, 4, 2, 0}, 12, "mild"},
    {{2, 1, 0, 4, 2, 2}, 18, "mild"},
    {{2, 2, 3, 2, 0, 1}, 19, "moderate"},
    {{1, 0, 3, 1, 4, 4}, 25, "moderate"},
    {{3, 3, 1, 4, 3, 3}, 30, "moderate"},
    {{1, 3, 3, 4, 1, 4}, 31, "severe"},
    {{4, 4, 3, 0, 4, 4}, 38, "severe"},
    {{4, 4, 3, 1, 4, 4}, 39, "very severe"},
};

TEST(Gags, AgreesWithThePublishedTable) {
    for (const auto& row : published) {
        SCOPED_TRACE(row.total);
        EXPECT_EQ(gags(graded(row.grades)), row.total);
        EXPECT_EQ(band_of("gags", row.total).value().name, row.band);
    }
}

// The worked example of the reference: 2x2 + 3x2 + 1x1.
TEST(Gags, TakesRegionsThatAreNotListedAsClearWhenTheRestIsSaidToBe) {
    const auto seen = rest_clear({{.region = Region::forehead, .papules = 4},
                                  {.region = Region::right_cheek, .pustules = 2},
                                  {.region = Region::nose, .closed_comedones = 9}});
    EXPECT_EQ(gags(seen), 11);
    EXPECT_TRUE(
        gags_scale.example.starts_with("forehead papules 2×2, right cheek pustules 2×3, "
                                       "nose comedones 1×1"));
    EXPECT_TRUE(gags_scale.example.ends_with("4 + 6 + 1 = 11, " + band_of("gags", 11)->name));
    EXPECT_EQ(gags(rest_clear({})), 0);
}

TEST(Gags, IsOneFactorTimesTheGradeForEachSite) {
    const std::array<int, 6> factors{2, 2, 2, 1, 1, 3};
    for (std::size_t site = 0; site < factors.size(); ++site) {
        for (int grade = 0; grade <= 4; ++grade) {
            SCOPED_TRACE(std::to_string(site) + " grade " + std::to_string(grade));
            std::array<int, 6> grades{};
            grades.at(site) = grade;
            EXPECT_EQ(gags(graded(grades)), factors.at(site) * grade);
        }
    }
    EXPECT_NE(gags_scale.formula.find("forehead 2, right cheek 2, left cheek 2, nose 1, chin 1, "
                                      "chest and upper back together 3"),
              std::string::npos);
}

// 19_scoring_vectors/out_of_range.csv: a grade of 5 or -1, written as the lesions it comes from.
TEST(Gags, LesionsThatCannotBeAreRefusedWhereTheyAreRead) {
    EXPECT_TRUE(schema::read_part<AcneRegion>("nose:nodules=1"));
    EXPECT_FALSE(schema::read_part<AcneRegion>("nose:grade=5"));
    EXPECT_FALSE(schema::read_part<AcneRegion>("forehead:papules=-1"));
}

// The same: a chin that was left blank is missing, not 0.
TEST(Gags, IsNotScoredWhenASiteWasNotExamined) {
    const auto complete = graded({1, 1, 1, 1, 1, 1});
    for (std::size_t left_out = 0; left_out < complete.regions.size(); ++left_out) {
        SCOPED_TRACE(schema::word(complete.regions[left_out].region));
        auto seen = complete;
        seen.regions.erase(seen.regions.begin() + static_cast<std::ptrdiff_t>(left_out));
        EXPECT_EQ(gags(seen), std::nullopt);
    }
    EXPECT_EQ(gags(AcneStatus{}), std::nullopt);
}

TEST(Gags, DoesNotTakeTheJawlineForTheChin) {
    auto seen = graded({0, 0, 0, 0, 0, 0});
    seen.regions[4].region = Region::jawline;
    EXPECT_EQ(gags(seen), std::nullopt);
}

TEST(Gags, GradesASiteByItsWorstLesionWhateverTheCounts) {
    EXPECT_EQ(gags(rest_clear({{.region = Region::nose, .open_comedones = 1}})), 1);
    EXPECT_EQ(gags(rest_clear({{.region = Region::nose, .open_comedones = 90}})), 1);
    EXPECT_EQ(gags(rest_clear({{.region = Region::nose, .open_comedones = 90, .papules = 1}})), 2);
    EXPECT_EQ(gags(rest_clear({{.region = Region::nose, .cysts = 1}})), 4);
}

TEST(Gags, CountsChinPerioralAndJawlineAsOneSite) {
    EXPECT_EQ(gags(rest_clear({{.region = Region::chin, .papules = 1},
                               {.region = Region::jawline, .pustules = 1},
                               {.region = Region::perioral, .closed_comedones = 1}})),
              3);
}

TEST(Gags, CountsChestAndUpperBackAsOneSite) {
    EXPECT_EQ(gags(rest_clear({{.region = Region::chest, .papules = 1},
                               {.region = Region::upper_back, .nodules = 1}})),
              12);
}

TEST(Gags, LeavesOutRegionsThatAreNoSite) {
    EXPECT_EQ(gags(rest_clear({{.region = Region::neck, .nodules = 3},
                               {.region = Region::shoulders, .nodules = 3},
                               {.region = Region::periorbital, .nodules = 3},
                               {.region = Region::other, .nodules = 3}})),
              0);
}

AcneStatus any_complete_status() {
    AcneStatus seen;
    const auto count = rc::gen::inRange(0, 3);
    for (std::size_t i = 0; i < schema::Words<Region>::all.size(); ++i) {
        seen.regions.push_back({.region = static_cast<Region>(i),
                                .open_comedones = *count,
                                .closed_comedones = *count,
                                .papules = *count,
                                .pustules = *count,
                                .nodules = *count,
                                .cysts = *count});
    }
    return seen;
}

RC_GTEST_PROP(GagsLaw, LiesBetween0And44, ()) {
    const auto score = gags(any_complete_status());
    RC_ASSERT(score && *score >= 0 && *score <= 44);
}

RC_GTEST_PROP(GagsLaw, NeverFallsWhenALesionIsAdded, ()) {
    const auto before = any_complete_status();
    auto after = before;
    auto& region = after.regions.at(*rc::gen::inRange<std::size_t>(0, after.regions.size()));
    const auto kind = *rc::gen::element(&AcneRegion::open_comedones,
                                        &AcneRegion::closed_comedones,
                                        &AcneRegion::papules,
                                        &AcneRegion::pustules,
                                        &AcneRegion::nodules,
                                        &AcneRegion::cysts);
    region.*kind += 1;
    RC_ASSERT(gags(after).value() >= gags(before).value());
}

}  // namespace
}  // namespace clinical::gags_test
