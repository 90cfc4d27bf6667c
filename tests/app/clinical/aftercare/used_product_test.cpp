#include "app/clinical/aftercare/used_product.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/clinical/aftercare/care_example.h"

namespace clinical::used_product_test {
namespace {

using schema::Active;
using schema::CareAdvice;
using schema::CareSubject;
using schema::Stance;
using testing::EndsWith;
using testing::HasSubstr;

constexpr double minute = 1.0 / 60;

CareRows rows(const std::vector<CareAdvice>& of_the_clinic = {}, const CareCase& now = {}) {
    return rows_for(care_profile(of_the_clinic), now);
}

const std::vector<CareCase>& cases() {
    static const auto all = [] {
        std::vector<CareCase> cases;
        for (const auto device : {CareDevice::needles, CareDevice::radiofrequency}) {
            for (const auto depth : {CareDepth::shallow, CareDepth::deep}) {
                for (const auto skin : {CareSkin::types_I_to_III, CareSkin::types_IV_to_VI}) {
                    cases.push_back({device, depth, skin});
                }
            }
        }
        return cases;
    }();
    return all;
}

// Both sides of every border of every row, a minute apart.
void expect_borders(const CareRow& row, const CareRows& of_case) {
    const auto& advice = row.advice;
    SCOPED_TRACE(schema::word(advice.subject));
    const auto verdict = [&](double hours) {
        return judge(of_case, advice.subject, hours).verdict;
    };
    const auto inside = advice.stance == Stance::advised ? CareVerdict::advised
                        : advice.stance == Stance::avoid ? CareVerdict::avoid
                                                         : CareVerdict::no_evidence;
    EXPECT_EQ(verdict(advice.from_hours), inside);
    EXPECT_EQ(verdict(advice.until_hours - minute), inside);
    if (advice.from_hours > 0) {
        EXPECT_EQ(verdict(advice.from_hours - minute), CareVerdict::too_early);
        EXPECT_EQ(verdict(0), CareVerdict::too_early);
    }
    if (advice.cautious_until_hours) {
        EXPECT_EQ(verdict(advice.until_hours), CareVerdict::sources_differ);
        EXPECT_EQ(verdict(*advice.cautious_until_hours - minute), CareVerdict::sources_differ);
    }
    EXPECT_EQ(verdict(longest_hours(advice)), CareVerdict::no_advice);
}

TEST(Judge, TurnsAtTheMinuteOfEachBorderOfEachRowOfEachCase) {
    for (const auto& now : cases()) {
        for (const auto& row : rows({}, now)) {
            expect_borders(row, rows({}, now));
        }
    }
}

TEST(Judge, OfARowOfTheClinicThatForbidsLaterIsNoAdviceBefore) {
    const auto own = rows({{.subject = CareSubject::make_up,
                            .stance = Stance::avoid,
                            .from_hours = 10,
                            .until_hours = 20,
                            .source = "ours"}});
    EXPECT_EQ(judge(own, CareSubject::make_up, 10 - minute).verdict, CareVerdict::no_advice);
    EXPECT_EQ(judge(own, CareSubject::make_up, 10).verdict, CareVerdict::avoid);
}

TEST(Judge, SaysWhyAndWhere) {
    const struct {
        CareSubject subject;
        double hours;
        const char* because;
    } cases[] = {
        {CareSubject::vitamin_c,
         6,
         "to be avoided in the first 48 hours after a session; some sources say 7 days"},
        {CareSubject::vitamin_c,
         50,
         "sources differ: to be avoided in the first 48 hours after a session; some sources say 7 "
         "days"},
        {CareSubject::scrub, 168, "only to be avoided in the first 7 days after a session"},
        {CareSubject::moisturiser,
         3,
         "too early: only advised from 24 hours to 7 days after a session"},
        {CareSubject::sunscreen,
         5,
         "too early: only advised from 24 hours to 28 days after a session"},
        {CareSubject::sunscreen, 24, "advised from 24 hours to 28 days after a session"},
        {CareSubject::hyaluronic_acid, 3, "advised in the first 72 hours after a session"},
        {CareSubject::peptides, 3, "offered after needling, but no trial of that was found"},
        {CareSubject::peptides,
         672,
         "only offered without a trial in the first 28 days after a "
         "session"},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.because);
        const auto said = judge(rows(), each.subject, each.hours);
        EXPECT_EQ(in_english(said.because), each.because);
        EXPECT_EQ(said.source, row_of(rows(), each.subject)->advice.source);
    }
}

TEST(Judge, OfWhatHasNoRowIsThatItHasNone) {
    const auto said = judge(rows(), CareSubject::azelaic_acid, 3);
    EXPECT_EQ(said.verdict, CareVerdict::not_in_profile);
    EXPECT_EQ(in_english(said.because),
              "it is not in the profile: ask before using it in the first days");
    EXPECT_EQ(said.source, std::nullopt);
}

TEST(Judge, GoesByTheClinicsOwnRow) {
    const CareAdvice own{.subject = CareSubject::vitamin_c,
                         .stance = Stance::avoid,
                         .from_hours = 1,
                         .until_hours = 12,
                         .source = "our handout"};
    const auto profile = rows({own});
    EXPECT_EQ(judge(profile, CareSubject::vitamin_c, 0.5).verdict, CareVerdict::no_advice);
    EXPECT_EQ(judge(profile, CareSubject::vitamin_c, 11).source, "our handout");
    EXPECT_EQ(in_english(judge(profile, CareSubject::vitamin_c, 11).because),
              "to be avoided from 1 hour to 12 hours after a session");
    EXPECT_EQ(judge(profile, CareSubject::vitamin_c, 12).verdict, CareVerdict::no_advice);
}

TEST(JudgePerfume, ComesBeforeTheActiveIngredientWhileItIsToBeAvoided) {
    const auto profile = rows();
    const schema::Application perfumed{.active = Active::moisturiser, .perfumed = true};
    const auto early = judge(profile, perfumed, 24 - minute);
    EXPECT_EQ(early.verdict, CareVerdict::avoid) << "worse than too early for a moisturiser";
    EXPECT_EQ(in_english(early.because),
              "it contains perfume, to be avoided in the first 24 hours after a session; some "
              "sources say 72 hours");
    EXPECT_EQ(judge(profile, perfumed, 72 - minute).verdict, CareVerdict::sources_differ);
    EXPECT_EQ(judge(profile, perfumed, 72).verdict, CareVerdict::advised);
    for (const auto has : {std::optional<bool>(), std::optional(false)}) {
        const schema::Application plain{.active = Active::moisturiser, .perfumed = has};
        EXPECT_EQ(judge(profile, plain, 3).verdict, CareVerdict::too_early);
        EXPECT_EQ(judge(profile, plain, 24).verdict, CareVerdict::advised);
        EXPECT_FALSE(is_perfume_too_early(profile, plain, 3));
    }
    const schema::Application vitamin{.active = Active::vitamin_c, .perfumed = true};
    EXPECT_THAT(in_english(judge(profile, vitamin, 3).because), HasSubstr("48 hours"));
}

TEST(VitaminC, IsTooEarlyInTheProfilesAndInTheClinicsHours) {
    const auto profile = rows();
    EXPECT_TRUE(is_vitamin_c_too_early(profile, 72, 168 - minute));
    EXPECT_FALSE(is_vitamin_c_too_early(profile, 72, 168));
    const auto of_the_clinic = rows({{.subject = CareSubject::vitamin_c,
                                      .stance = Stance::advised,
                                      .until_hours = 100,
                                      .source = "our handout"}});
    EXPECT_TRUE(is_vitamin_c_too_early(of_the_clinic, 72, 72 - minute));
    EXPECT_FALSE(is_vitamin_c_too_early(of_the_clinic, 72, 72));
}

std::vector<UsedProduct> used_in(const CareExample& example) {
    return used_products(example.facts());
}

TEST(UsedProducts, BelongToTheLatestSessionBeforeThem) {
    CareExample example;
    example.session("2026-01-05T10:30");
    example.session("2026-01-08T10:30");
    example.product("2026-01-08T11:30", Active::retinoid);
    example.product("2026-01-08T09:30", Active::retinoid);
    example.product("2026-01-05T09:30", Active::retinoid);
    const auto used = used_in(example);
    ASSERT_EQ(used.size(), 2U) << "one was put on before any session";
    EXPECT_EQ(used[0].session.id.value, 1);
    EXPECT_EQ(used[0].hours_after, 71);
    EXPECT_EQ(used[0].application.id.value, 2) << "in the order of time";
    EXPECT_EQ(used[1].session.id.value, 2);
    EXPECT_EQ(used[1].hours_after, 1);
    EXPECT_TRUE(used[1].hour_is_known);
    EXPECT_EQ(used[1].judgement.verdict, CareVerdict::avoid);
}

TEST(UsedProducts, BelongToTheSessionThatTheyNameOnItsDay) {
    CareExample example;
    example.session("2026-01-05T10:30");
    example.session("2026-02-05T10:30");
    auto& in_the_room = example.product("2026-02-05T10:00", Active::hyaluronic_acid);
    in_the_room.session = schema::Id<schema::Session>(2);
    auto& at_home = example.product("2026-02-05T22:30", Active::hyaluronic_acid);
    at_home.session = schema::Id<schema::Session>(1);
    const auto used = used_in(example);
    EXPECT_EQ(used[0].session.id.value, 2);
    EXPECT_EQ(used[0].hours_after, 0);
    EXPECT_EQ(used[1].session.id.value, 2) << "the session that it names was a month before";
    EXPECT_EQ(used[1].hours_after, 12);
}

TEST(UsedProducts, AreJudgedByTheSessionThatTheyFollowed) {
    CareExample example;
    needle(example.session("2026-01-05T10:30"), schema::Device::home, 0.25);
    needle(example.session("2026-02-05T10:30"), schema::Device::rf_insulated, 3);
    example.product("2026-01-10T10:30", Active::glycolic_acid);
    example.product("2026-02-10T10:30", Active::glycolic_acid);
    const auto used = used_in(example);
    EXPECT_EQ(used[0].judgement.verdict, CareVerdict::no_advice);
    EXPECT_EQ(used[1].judgement.verdict, CareVerdict::avoid);
}

TEST(UsedProducts, WithoutATimeOfDayCountFromTheEarliestHour) {
    const struct {
        const char* session;
        const char* product;
        double hours;
    } cases[] = {{"2026-01-05T10:30", "2026-01-07", 37.5},
                 {"2026-01-05T10:30", "2026-01-05", 0},
                 {"2026-01-05", "2026-01-07T10:30", 34.5},
                 {"2026-01-05", "2026-01-05", 0}};
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.session) + " " + each.product);
        CareExample example;
        example.session(each.session);
        example.product(each.product, Active::vitamin_c);
        const auto used = used_in(example);
        ASSERT_EQ(used.size(), 1U);
        EXPECT_EQ(used[0].hours_after, each.hours);
        EXPECT_FALSE(used[0].hour_is_known);
        EXPECT_EQ(used[0].judgement.verdict, CareVerdict::avoid);
        EXPECT_THAT(
            in_english(used[0].judgement.because),
            EndsWith("; the time of day is not recorded, so the earliest hour possible counts"));
    }
}

TEST(CareVerdict, HasAWordForEach) {
    for (const auto word : schema::Words<CareVerdict>::all) {
        EXPECT_NE(word, "");
    }
}

RC_GTEST_PROP(UsedProductsLaw, EveryProductAfterASessionIsJudgedOnce, ()) {
    CareExample example;
    example.session("2026-01-05T10:30");
    const int products = *rc::gen::inRange(0, 10);
    for (int i = 0; i < products; ++i) {
        const auto at = moment("2026-01-05T10:30").plus_hours(*rc::gen::inRange(0, 2000));
        example.product(at.text(), static_cast<Active>(*rc::gen::inRange(0, 20)));
    }
    const auto used = used_in(example);
    RC_ASSERT(used.size() == static_cast<std::size_t>(products));
    for (const auto& each : used) {
        RC_ASSERT(each.hours_after >= 0);
        RC_ASSERT(each.judgement.source.has_value() ==
                  (each.judgement.verdict != CareVerdict::not_in_profile));
    }
}

}  // namespace
}  // namespace clinical::used_product_test
