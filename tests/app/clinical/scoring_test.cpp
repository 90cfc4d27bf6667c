#include "app/clinical/scoring.h"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/clinical/instruments/masi.h"
#include "schema/types/text.h"

namespace clinical {

// How a failing test shows a score.
static void PrintTo(const Scored& scored, std::ostream* out) {
    *out << scored.instrument << (scored.region ? "@" : "")
         << (scored.region ? schema::word(*scored.region) : "") << "=" << scored.value;
}

namespace clinical::scoring_test {
namespace {

using schema::Places;
using schema::Region;
using Scores = std::vector<Scored>;

TEST(Scoring, OfAFullyExaminedFaceGivesEveryAcneScore) {
    schema::AcneStatus seen;
    seen.rest = schema::Rest::clear;
    seen.iga = 3;
    seen.regions = {{.region = Region::forehead, .papules = 3},
                    {.region = Region::right_cheek, .pustules = 2},
                    {.region = Region::nose, .open_comedones = 8}};
    const auto places = [](double forehead, double nose, double right_cheek) {
        return Places{.values = {{Region::forehead, forehead},
                                 {Region::nose, nose},
                                 {Region::right_cheek, right_cheek}},
                      .rest = true};
    };
    EXPECT_EQ(scores_of(seen),
              (Scores{{"iga", {}, 3},
                      {"gags", {}, 11},
                      {"lesions_total", {}, 13, places(3, 8, 2)},
                      {"lesions_inflammatory", {}, 5, places(3, 0, 2)},
                      {"lesions_noninflammatory", {}, 8, places(0, 8, 0)},
                      {"trunk_lesions", {}, 0, Places{.values = {}, .rest = true}}}));
}

TEST(Scoring, OfSomeRegionsCountsLesionsButGivesNoGags) {
    schema::AcneStatus seen;
    seen.regions = {{.region = Region::forehead, .papules = 3}};
    const auto forehead = [](double value) {
        return Places{.values = {{Region::forehead, value}}};
    };
    EXPECT_EQ(scores_of(seen),
              (Scores{{"lesions_total", {}, 3, forehead(3)},
                      {"lesions_inflammatory", {}, 3, forehead(3)},
                      {"lesions_noninflammatory", {}, 0, forehead(0)}}));
}

TEST(Scoring, OfTheTrunkIsAScoreOfItsOwn) {
    schema::AcneStatus seen;
    seen.regions = {{.region = Region::upper_back, .open_comedones = 7},
                    {.region = Region::neck, .papules = 1, .cysts = 1},
                    {.region = Region::other, .papules = 50}};
    const Places places{.values = {{Region::neck, 2}, {Region::upper_back, 7}}};
    EXPECT_EQ(scores_of(seen), (Scores{{"trunk_lesions", {}, 9, places}}));
}

TEST(Scoring, OfTheRegionOtherCountsNothing) {
    schema::AcneStatus seen;
    seen.regions = {{.region = Region::other, .papules = 50}};
    EXPECT_EQ(scores_of(seen), Scores{});
    seen.rest = schema::Rest::clear;
    for (const auto& score : scores_of(seen)) {
        EXPECT_EQ(score.value, 0) << score.instrument;
    }
}

TEST(Scoring, OfAGradeAloneGivesTheGradeAlone) {
    schema::AcneStatus seen;
    seen.iga = 0;
    EXPECT_EQ(scores_of(seen), (Scores{{"iga", {}, 0}}));
    seen.iga.reset();
    seen.redness = 2;
    EXPECT_EQ(scores_of(seen), Scores{});
}

TEST(Scoring, OfScarsGivesEachScoreThatItsDataSufficesFor) {
    schema::ScarObservation seen;
    seen.goodman_baron_grade = 3;
    EXPECT_EQ(scores_of(seen), (Scores{{"goodman_baron_grade", {}, 3}}));
    seen.counts = {{schema::ScarType::dish_mild, 25}};
    EXPECT_EQ(scores_of(seen), (Scores{{"goodman_baron_grade", {}, 3}})) << "other types unknown";
    seen.rest = schema::OtherScars::none;
    EXPECT_EQ(scores_of(seen),
              (Scores{{"goodman_baron_grade", {}, 3}, {"goodman_baron_score", {}, 3}}));
    seen.goodman_baron_grade.reset();
    seen.counts = {{schema::ScarType::ecca_v, 25}};
    seen.scar_s = schema::ScarS{.face = 3, .chest = 0, .back = 2};
    seen.vancouver = schema::Vancouver{1, 2, 3, 2};
    EXPECT_EQ(scores_of(seen), (Scores{{"ecca", {}, 45}, {"scar_s", {}, 5}, {"vancouver", {}, 8}}));
}

TEST(Scoring, OfScarsThatAreNotThereIsZero) {
    schema::ScarObservation seen;
    seen.rest = schema::OtherScars::none;
    EXPECT_EQ(scores_of(seen), (Scores{{"goodman_baron_score", {}, 0}, {"ecca", {}, 0}}));
}

TEST(Scoring, OfMarksThatAreNotThereIsZero) {
    schema::PigmentationObservation seen;
    seen.marks = schema::Marks::none;
    seen.kind = schema::PigmentationKind::pih;
    EXPECT_EQ(scores_of(seen), (Scores{{"pahpi", {}, 0}}));
    seen.kind = schema::PigmentationKind::melasma;
    EXPECT_EQ(scores_of(seen), (Scores{{"masi", {}, 0}, {"mmasi", {}, 0}}));
    seen.kind = schema::PigmentationKind::pie;
    EXPECT_EQ(scores_of(seen), Scores{});
}

TEST(Scoring, OfFourRegionsWithoutBrownMarksIsZeroByPahpiToo) {
    schema::PigmentationObservation seen;
    seen.kind = schema::PigmentationKind::pih;
    for (const auto region : masi_regions) {
        seen.regions.push_back({.region = region, .area = 0, .darkness = 0});
    }
    EXPECT_EQ(scores_of(seen), (Scores{{"pahpi", {}, 0}, {"mmasi", {}, 0}}));
}

TEST(Scoring, OfScarsLeavesOutWhatWasNotFullyExamined) {
    schema::ScarObservation seen;
    seen.scar_s = schema::ScarS{.face = 3};
    seen.goodman_baron = schema::GoodmanBaron{.contour = true};
    EXPECT_EQ(scores_of(seen), Scores{});
    seen.goodman_baron->visible_at_50cm = false;
    EXPECT_EQ(scores_of(seen), (Scores{{"goodman_baron_grade", {}, 2}}));
}

TEST(Scoring, OfMarksGivesEachIndexThatItsDataSufficesFor) {
    schema::PigmentationObservation seen;
    seen.kind = schema::PigmentationKind::pih;
    seen.pahpi = schema::Pahpi{.size = 4, .intensity = 6, .number = 2};
    seen.melanin_index = 43.7;
    seen.erythema_index = -2.5;
    seen.regions = {{Region::forehead, 3, 2, 2},
                    {Region::right_cheek, 4, 3, 2},
                    {Region::left_cheek, 4, 3, 2},
                    {Region::chin, 1, 1, 1}};
    EXPECT_EQ(scores_of(seen),
              (Scores{{"pahpi", {}, 12},
                      {"masi", {}, 15.8},
                      {"mmasi", {}, 9.1},
                      {"melanin_index", {}, 43.7, {}, true},
                      {"erythema_index", {}, -2.5, {}, true}}));
}

TEST(Scoring, OfMarksNeverTouchesScarsOrAcne) {
    schema::PigmentationObservation seen;
    seen.kind = schema::PigmentationKind::pie;
    seen.erythema_index = 20;
    EXPECT_EQ(scores_of(seen), (Scores{{"erythema_index", {}, 20, {}, true}}));
}

TEST(Scoring, OfAReadingGoesToTheInstrumentOfItsNameAndPlace) {
    schema::Reading read;
    read.what = schema::Measure::tewl;
    read.region = Region::left_cheek;
    read.value = 14.2;
    EXPECT_EQ(scores_of(read), (Scores{{"tewl", Region::left_cheek, 14.2, {}, true}}));
    read.region.reset();
    EXPECT_EQ(scores_of(read), (Scores{{"tewl", {}, 14.2, {}, true}}));
}

TEST(Scoring, OfAQuestionnaireGoesToTheInstrumentOfItsForm) {
    schema::Questionnaire filled;
    filled.which = schema::Form::dlqi;
    filled.answers = schema::Answers::read("1,2,0,1,1,0,1,0,0,1");
    using schema::QuestionnaireScore;
    EXPECT_EQ(scores_of(filled, QuestionnaireScore::items), (Scores{{"dlqi", {}, 7}}));
    filled.total = 9;
    EXPECT_EQ(scores_of(filled, QuestionnaireScore::recorded_total), (Scores{{"dlqi", {}, 9}}));
    filled.total.reset();
    EXPECT_EQ(band_of("dlqi", 7)->name, "moderate");
    filled.which = schema::Form::cadi;
    filled.answers = schema::Answers::read("2,1,0,,2");
    EXPECT_EQ(scores_of(filled, QuestionnaireScore::items), Scores{});
}

RC_GTEST_PROP(ScoringLaw, TenthsAreTheDoublesNearestToTheirDecimals, ()) {
    schema::PigmentationObservation seen;
    for (const auto region :
         {Region::forehead, Region::right_cheek, Region::left_cheek, Region::chin}) {
        const int area = *rc::gen::inRange(1, 7);
        const int darkness = *rc::gen::inRange(1, 5);
        seen.regions.push_back({region, area, darkness, *rc::gen::inRange(1, 5)});
    }
    const int tenths = masi_tenths(seen).value();
    const auto decimal = fmt::format("{}.{}", tenths / 10, tenths % 10);
    RC_ASSERT(scores_of(seen).at(0).value == schema::read_number(decimal));
}

double sum_of(const Places& places) {
    double sum = 0;
    for (const auto& place : places.values) {
        sum += place.value;
    }
    return sum;
}

RC_GTEST_PROP(ScoringLaw, EveryScoreOfAcneLiesOnItsScale, ()) {
    schema::AcneStatus seen;
    seen.rest = schema::Rest::clear;
    const auto count = rc::gen::inRange(0, 1000);
    const auto regions = *rc::gen::inRange<std::size_t>(0, schema::Words<Region>::all.size() + 1);
    for (std::size_t i = 0; i < regions; ++i) {
        seen.regions.push_back({.region = static_cast<Region>(i),
                                .open_comedones = *count,
                                .papules = *count,
                                .cysts = *count});
    }
    const auto all = scales();
    for (const auto& score : scores_of(seen)) {
        const auto scale = std::find_if(all.begin(), all.end(), [&](const Scale& each) {
            return each.code == score.instrument;
        });
        RC_ASSERT(scale != all.end());
        RC_ASSERT(score.value >= scale->low && (!scale->high || score.value <= *scale->high));
        RC_ASSERT((!score.places || score.value == sum_of(*score.places)));
    }
}

}  // namespace
}  // namespace clinical::scoring_test
}  // namespace clinical
