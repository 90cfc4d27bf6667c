#include "app/progress/judgement.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/burden.h"
#include "tests/app/progress/judged.h"

namespace progress::judgement_test {
namespace {

using schema::Region;
using Regions = std::vector<Region>;

const Rated saleh{.rater = "Dr Saleh"};

Judgement gags(const std::vector<std::pair<std::string, double>>& values,
               const std::vector<const char*>& sessions = {}) {
    ExampleHistory example;
    for (const auto* at : sessions) {
        example.session(at);
    }
    for (const auto& [at, value] : values) {
        example.score("gags", at, value);
    }
    return judged(example, "gags");
}

// ---- noise and raters

struct NoiseCase {
    const char* code;
    double from;
    double within;
    double beyond;
};

TEST(JudgementWithNoise, CallsAChangeOfAtMostTheNoiseNone) {
    const std::vector<NoiseCase> cases = {
        {"goodman_baron_score", 20, 16, 15},
        {"gags", 24, 19, 18},
        {"iga", 3, 2, 1},
        {"goodman_baron_grade", 4, 3, 2},
        {"mmasi", 9.1, 5.1, 5.0},
        {"masi", 20, 13, 12.9},
        {"pahpi", 15, 12, 11},
        {"dlqi", 10, 6, 5},
        {"ecca", 115, 65, 60},
        {"vancouver", 9, 5, 4},
        {"melanin_index", 60, 30, 29},
        {"melanin_index", -60, -30, -29},
        {"lesions_total", 5, 1, 0},
        {"lesions_inflammatory", 10, 3, 2},
        {"trunk_lesions", 20, 10, 9},
        {"hayashi", 40, 25, 24},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.code) + " from " + std::to_string(each.from));
        const auto verdict = [&](double from, double to) {
            ExampleHistory example;
            example.score(each.code, "2026-01-05", from, {}, saleh);
            example.score(each.code, "2026-06-05", to, {}, saleh);
            return judged(example, each.code).verdict;
        };
        EXPECT_EQ(verdict(each.from, each.within), Verdict::unchanged);
        EXPECT_EQ(verdict(each.from, each.beyond), Verdict::improved);
        EXPECT_EQ(verdict(each.beyond, each.from), Verdict::worsened);
        EXPECT_EQ(verdict(each.within, each.from), Verdict::unchanged);
    }
}

struct RaterCase {
    const char* name;
    std::vector<std::optional<std::string>> before;
    std::vector<std::optional<std::string>> after;
    bool same;
};

TEST(JudgementWithNoise, IsOfOneRaterOnlyWhenAllRatingsAreByOneWhoIsKnown) {
    const std::vector<RaterCase> cases = {
        {"one", {"Dr Saleh"}, {"Dr Saleh"}, true},
        {"written otherwise", {"Dr Saleh"}, {"dr saleh"}, true},
        {"another", {"Dr Saleh"}, {"Dr Amin"}, false},
        {"not recorded", {std::nullopt}, {std::nullopt}, false},
        {"not recorded before", {std::nullopt}, {"Dr Saleh"}, false},
        {"not recorded after", {"Dr Saleh"}, {std::nullopt}, false},
        {"two after", {"Dr Saleh"}, {"Dr Saleh", "Dr Amin"}, false},
        {"two before", {"Dr Amin", "Dr Saleh"}, {"Dr Saleh"}, false},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        ExampleHistory example;
        for (const auto& rater : each.before) {
            example.score("scar_vas", "2026-01-05", 60, {}, {.rater = rater});
        }
        for (const auto& rater : each.after) {
            example.score("scar_vas", "2026-03-05", 45, {}, {.rater = rater});
        }
        const auto found = judged(example, "scar_vas");
        EXPECT_EQ(found.noise->same_rater, each.same);
        EXPECT_EQ(found.noise->value, each.same ? 10 : 20);
        EXPECT_EQ(found.verdict, each.same ? Verdict::improved : Verdict::unchanged);
    }
}

TEST(JudgementWithNoise, LooksAtTheRatersOfEveryBaselineVisit) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.score("scar_vas", "2026-01-04", 60, {}, {.rater = "Dr Amin"});
    example.score("scar_vas", "2026-01-05", 60, {}, saleh);
    example.score("scar_vas", "2026-03-05", 45, {}, saleh);
    const auto found = judged(example, "scar_vas");
    EXPECT_EQ(found.verdict, Verdict::unchanged);
    EXPECT_EQ(found.since_last_visit, (SinceLast{-15, Verdict::improved})) << "of one rater";
}

TEST(JudgementWithNoise, IsNotSureWithoutOneUntilTheClinicHasItsOwn) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", 14);
    example.score("tewl", "2026-03-05", 22);
    EXPECT_EQ(judged(example, "tewl").verdict, Verdict::not_sure);
    EXPECT_EQ(judged(example, "tewl").noise, std::nullopt);
    EXPECT_EQ(judged(example, "tewl").change, 8);
    example.study("tewl", 4, 7.5);
    EXPECT_EQ(judged(example, "tewl").verdict, Verdict::worsened);
    EXPECT_EQ(judged(example, "tewl").noise->kind, NoiseOrigin::own);
}

TEST(JudgementOfATarget, IsByTheDistanceAndHasNoPerCent) {
    const auto verdict = [](double from, double to) {
        ExampleHistory example;
        example.score("erythema_index", "2026-01-05", from);
        example.score("erythema_index", "2026-04-05", to);
        EXPECT_EQ(judged(example, "erythema_index").percent_change, std::nullopt);
        return judged(example, "erythema_index").verdict;
    };
    EXPECT_EQ(verdict(-46, -5), Verdict::improved) << "a pale mark that is almost gone";
    EXPECT_EQ(verdict(2, -40), Verdict::worsened) << "a new pale mark";
    EXPECT_EQ(verdict(0, -60), Verdict::worsened);
    EXPECT_EQ(verdict(46, 5), Verdict::improved);
    EXPECT_EQ(verdict(46, -46), Verdict::unchanged);
}

TEST(Judgement, OfClearedMarksIsTheBestThereIs) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.score("pahpi", "2026-01-05", 12);
    example.score("pahpi", "2026-05-05", 0);
    EXPECT_EQ(judged(example, "pahpi").verdict, Verdict::improved);
    EXPECT_EQ(judged(example, "pahpi").change, -12);
}

TEST(Judgement, OfFewLesionsIsNoResponse) {
    const auto responder = [](double from, double to) {
        ExampleHistory example;
        example.score("lesions_inflammatory", "2026-01-05", from, {}, saleh);
        example.score("lesions_inflammatory", "2026-04-05", to, {}, saleh);
        return judged(example, "lesions_inflammatory").responder;
    };
    EXPECT_EQ(responder(2, 1), std::nullopt);
    EXPECT_EQ(responder(19, 1), std::nullopt);
    EXPECT_EQ(responder(20, 10), true);
    EXPECT_EQ(responder(20, 11), false);
}

TEST(Judgement, HasPerCentOfCountsAndReadingsOnly) {
    const auto percent = [](std::string_view code, double from, double to) {
        ExampleHistory example;
        example.score(code, "2026-01-05", from);
        example.score(code, "2026-04-05", to);
        return judged(example, code).percent_change;
    };
    EXPECT_EQ(percent("lesions_total", 40, 10), -75);
    EXPECT_EQ(percent("tewl", 10, 15), 50);
    EXPECT_EQ(percent("lesions_total", 1, 4), 300);
    EXPECT_EQ(percent("lesions_total", 0, 10), std::nullopt);
    EXPECT_EQ(percent("gags", 40, 10), std::nullopt);
    EXPECT_EQ(percent("scar_vas", 40, 10), std::nullopt);
}

// ---- confirmation, relapse

TEST(Judgement, IsConfirmedByTheVisitBefore) {
    const auto confirmed = [](const std::vector<double>& later) {
        std::vector<std::pair<std::string, double>> values{{"2026-01-05", 24}};
        for (std::size_t i = 0; i < later.size(); ++i) {
            values.emplace_back(day("2026-02-05").plus_days(30 * static_cast<int>(i)).text(),
                                later[i]);
        }
        return gags(values, {"2026-01-10"}).confirmed;
    };
    EXPECT_EQ(confirmed({12}), false);
    EXPECT_EQ(confirmed({12, 13}), true);
    EXPECT_EQ(confirmed({20, 13}), false) << "the visit before is within noise";
    EXPECT_EQ(confirmed({12, 20, 13}), false);
    EXPECT_EQ(confirmed({36, 13}), false) << "the visit before is worse";
    EXPECT_EQ(confirmed({36, 37}), true);
    EXPECT_EQ(confirmed({12, 24}), std::nullopt) << "no direction, nothing to confirm";
}

TEST(Judgement, OfTheSecondOfTwoVisitsIsNotConfirmedByTheBaseline) {
    const auto found =
        gags({{"2026-01-04", 12}, {"2026-01-05", 36}, {"2026-03-05", 12}}, {"2026-01-10"});
    EXPECT_EQ(found.baseline.value, 24);
    EXPECT_EQ(found.confirmed, false);
}

TEST(Judgement, NamesARelapseBeyondNoiseFromTheBest) {
    const auto relapse = [](double last) {
        return gags({{"2026-01-05", 30},
                     {"2026-02-05", 12},
                     {"2026-03-05", 10},
                     {"2026-04-05", last}},
                    {"2026-01-10"})
            .relapse;
    };
    EXPECT_FALSE(relapse(15).has_value()) << "within the noise of 5";
    ASSERT_TRUE(relapse(16).has_value());
    EXPECT_EQ(relapse(16)->best, (DatedValue{moment("2026-03-05"), 10}));
    EXPECT_EQ(relapse(16)->change, 6);
    EXPECT_FALSE(relapse(9).has_value());
    EXPECT_FALSE(gags({{"2026-01-05", 10}, {"2026-02-05", 30}}, {"2026-01-10"}).relapse.has_value())
        << "the baseline is no best since it";
}

TEST(Judgement, NamesARelapseWhereHigherIsBetter) {
    ExampleHistory example;
    example.study("hydration", 5, 5);
    for (const auto& [at, value] :
         {std::pair("2026-01-05", 20.0), {"2026-02-05", 50.0}, {"2026-03-05", 40.0}}) {
        example.score("hydration", at, value);
    }
    EXPECT_EQ(judged(example, "hydration").relapse->best.value, 50);
    EXPECT_EQ(judged(example, "hydration").verdict, Verdict::improved);
}

TEST(Judgement, HoldsTheLastTwoVisitsAgainstEachOther) {
    const auto found =
        gags({{"2026-01-05", 30}, {"2026-02-05", 12}, {"2026-03-05", 16}}, {"2026-01-10"});
    EXPECT_EQ(found.since_last_visit, (SinceLast{4, Verdict::unchanged}));
    EXPECT_EQ(found.change, -14);
    EXPECT_EQ(found.later, (std::vector{Verdict::improved, Verdict::improved}));
}

// ---- soon after a session

struct DayCase {
    const char* code;
    const char* at;
    std::optional<int> too_soon;
};

TEST(JudgementSoonAfterASession, WaitsForTwentyEightDaysWhereNeedlingShows) {
    const std::vector<DayCase> cases = {
        {"goodman_baron_grade", "2026-01-10", {}},  // at an hour unknown: before it
        {"goodman_baron_grade", "2026-01-10T09:59", {}},
        {"goodman_baron_grade", "2026-01-10T10:00", {}},
        {"goodman_baron_grade", "2026-01-10T10:01", 0},
        {"goodman_baron_grade", "2026-01-12", 2},
        {"goodman_baron_grade", "2026-02-06", 27},
        {"goodman_baron_grade", "2026-02-07", {}},
        {"erythema_index", "2026-01-11", 1},
        {"tewl", "2026-02-06", 27},
        {"pores", "2026-02-06", 27},
        {"lesions_total", "2026-01-11", {}},
        {"dlqi", "2026-01-11", {}},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.code) + " " + each.at);
        const auto scale = ExampleHistory().instrument(each.code);
        const std::vector sessions{
            moment("2025-06-01"), moment("2026-01-10T10:00"), moment("2026-06-01")};
        EXPECT_EQ(days_too_soon(moment(each.at),
                                {.instrument = scale, .began = sessions[0], .sessions = sessions}),
                  each.too_soon);
    }
}

TEST(JudgementSoonAfterASession, LeavesTheValueOutAndNamesIt) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.score("goodman_baron_grade", "2026-01-05", 4);
    example.score("goodman_baron_grade", "2026-01-12", 1);
    const auto found = judged(example, "goodman_baron_grade");
    EXPECT_EQ(found.verdict, Verdict::not_enough_data);
    EXPECT_EQ(found.why, Unjudged::soon_after_session);
    ASSERT_TRUE(found.too_soon.has_value());
    EXPECT_EQ(found.too_soon->days, 2);
    EXPECT_EQ(found.too_soon->value, (DatedValue{moment("2026-01-12"), 1}));
    example.score("goodman_baron_grade", "2026-02-07", 2);
    EXPECT_EQ(judged(example, "goodman_baron_grade").verdict, Verdict::improved);
    EXPECT_FALSE(judged(example, "goodman_baron_grade").too_soon.has_value())
        << "it is not the last";
    EXPECT_EQ(judged(example, "goodman_baron_grade").compared.size(), 2U);
}

TEST(JudgementSoonAfterASession, NamesALastValueThatIsTooSoonBesideAVerdict) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.session("2026-03-01");
    example.score("goodman_baron_grade", "2026-01-05", 4);
    example.score("goodman_baron_grade", "2026-02-20", 2);
    example.score("goodman_baron_grade", "2026-03-03", 1);
    const auto found = judged(example, "goodman_baron_grade");
    EXPECT_EQ(found.verdict, Verdict::improved);
    EXPECT_EQ(found.why, std::nullopt);
    EXPECT_EQ(found.latest.value, 2);
    EXPECT_EQ(found.too_soon->value.value, 1);
}

TEST(JudgementSoonAfterASession, OfNothingElseShowsWhatWasRated) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.score("goodman_baron_grade", "2026-01-12", 3);
    example.score("goodman_baron_grade", "2026-01-20", 1);
    const auto found = judged(example, "goodman_baron_grade");
    EXPECT_EQ(found.why, Unjudged::soon_after_session);
    EXPECT_EQ(found.latest.value, 1);
    EXPECT_EQ(found.too_soon->days, 10);
    EXPECT_FALSE(found.is_whole);
}

TEST(JudgementSoonAfterASession, NamesTheMedianOfThatDayInAnyOrder) {
    for (const auto& [first, second] : {std::pair(1.0, 3.0), {3.0, 1.0}}) {
        ExampleHistory example;
        example.session("2026-01-10");
        example.score("goodman_baron_grade", "2026-01-05", 4);
        example.score("goodman_baron_grade", "2026-01-12", first);
        example.score("goodman_baron_grade", "2026-01-12", second);
        EXPECT_EQ(judged(example, "goodman_baron_grade").too_soon->value.value, 2);
    }
}

// ---- statements

TEST(JudgementOfAStatement, IsTheWordAndNeverSubtracted) {
    for (const auto* code : {"gais", "pgic"}) {
        ExampleHistory example;
        example.session("2026-01-10");
        example.score(code, "2026-02-05", 2);
        example.score(code, "2026-04-05", 5);
        const auto found = judged(example, code);
        EXPECT_EQ(found.verdict, Verdict::stated);
        EXPECT_EQ(found.latest.value, 5);
        EXPECT_EQ(found.change, 0);
        EXPECT_EQ(found.percent_change, std::nullopt);
        EXPECT_EQ(found.since_last_visit, std::nullopt);
        EXPECT_EQ(found.relapse.has_value(), false);
        EXPECT_EQ(found.responder, std::nullopt);
        EXPECT_EQ(found.compared.size(), 2U);
        EXPECT_EQ(found.in_baseline, 1U);
    }
    ExampleHistory one;
    one.score("gais", "2026-02-05", 5);
    EXPECT_EQ(judged(one, "gais").verdict, Verdict::stated) << "one value says it";
}

TEST(JudgementOfAStatement, IsOfTheCatalogueOnly) {
    ExampleHistory example;
    auto& own = example.instrument("gais");
    own.built_in = false;
    example.score("gais", "2026-02-05", 2);
    example.score("gais", "2026-04-05", 5);
    EXPECT_EQ(judged(example, "gais").verdict, Verdict::changed);
}

}  // namespace
}  // namespace progress::judgement_test
