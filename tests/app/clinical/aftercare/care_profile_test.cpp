#include "app/clinical/aftercare/care_profile.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clinical::care_profile_test {
namespace {

using schema::Active;
using schema::CareAdvice;
using schema::CareSubject;
using schema::Stance;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

struct Row {
    CareSubject subject;
    int from;
    int until;
    int longest;
};

constexpr CareCase pen_light{CareDevice::needles, CareDepth::deep, CareSkin::types_I_to_III};
constexpr CareCase pen_dark{CareDevice::needles, CareDepth::deep, CareSkin::types_IV_to_VI};
constexpr CareCase home_light{CareDevice::needles, CareDepth::shallow, CareSkin::types_I_to_III};
constexpr CareCase home_dark{CareDevice::needles, CareDepth::shallow, CareSkin::types_IV_to_VI};
constexpr CareCase rf_light{CareDevice::radiofrequency, CareDepth::deep, CareSkin::types_I_to_III};
constexpr CareCase rf_dark{CareDevice::radiofrequency, CareDepth::deep, CareSkin::types_IV_to_VI};

void expect_rows(const CareCase& now, const std::vector<Row>& expected) {
    const auto rows = rows_for(care_profile({}), now);
    ASSERT_EQ(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& advice = rows[i].advice;
        SCOPED_TRACE(schema::word(expected[i].subject));
        EXPECT_EQ(advice.subject, expected[i].subject);
        EXPECT_EQ(advice.from_hours, expected[i].from);
        EXPECT_EQ(advice.until_hours, expected[i].until);
        EXPECT_EQ(longest_hours(advice), expected[i].longest);
    }
}

std::vector<Row> rows_of_pens(int sun_until) {
    return {
        {CareSubject::cleanser, 24, 72, 72},
        {CareSubject::moisturiser, 24, 168, 168},
        {CareSubject::hyaluronic_acid, 0, 72, 72},
        {CareSubject::petrolatum, 24, 72, 72},
        {CareSubject::sunscreen, 24, 672, 672},
        {CareSubject::sun, 0, 72, sun_until},
        {CareSubject::make_up, 0, 24, 48},
        {CareSubject::sauna_and_pool, 0, 24, 120},
        {CareSubject::alcohol_based_product, 0, 24, 72},
        {CareSubject::perfume, 0, 24, 72},
        {CareSubject::benzoyl_peroxide, 0, 72, 168},
        {CareSubject::exercise, 0, 48, 72},
        {CareSubject::vitamin_c, 0, 48, 168},
        {CareSubject::glycolic_acid, 0, 120, 168},
        {CareSubject::salicylic_acid, 0, 120, 168},
        {CareSubject::scrub, 0, 168, 168},
        {CareSubject::retinoid, 0, 168, 240},
        {CareSubject::peel_or_laser, 0, 672, 672},
        {CareSubject::niacinamide, 0, 672, 672},
        {CareSubject::peptides, 0, 672, 672},
    };
}

std::vector<Row> rows_of_home_rollers(int sun_until) {
    return {
        {CareSubject::cleanser, 12, 48, 48},
        {CareSubject::moisturiser, 12, 72, 72},
        {CareSubject::hyaluronic_acid, 0, 72, 72},
        {CareSubject::petrolatum, 24, 72, 72},
        {CareSubject::sunscreen, 12, 672, 672},
        {CareSubject::sun, 0, 72, sun_until},
        {CareSubject::make_up, 0, 24, 24},
        {CareSubject::sauna_and_pool, 0, 24, 48},
        {CareSubject::alcohol_based_product, 0, 24, 24},
        {CareSubject::perfume, 0, 24, 24},
        {CareSubject::benzoyl_peroxide, 0, 24, 72},
        {CareSubject::exercise, 0, 24, 24},
        {CareSubject::vitamin_c, 0, 48, 168},
        {CareSubject::glycolic_acid, 0, 48, 72},
        {CareSubject::salicylic_acid, 0, 48, 72},
        {CareSubject::scrub, 0, 72, 72},
        {CareSubject::retinoid, 0, 72, 168},
        {CareSubject::peel_or_laser, 0, 672, 672},
        {CareSubject::niacinamide, 0, 672, 672},
        {CareSubject::peptides, 0, 672, 672},
    };
}

const std::vector<Row> rows_of_radiofrequency{
    {CareSubject::cleanser, 24, 168, 168},
    {CareSubject::moisturiser, 24, 336, 336},
    {CareSubject::hyaluronic_acid, 0, 72, 72},
    {CareSubject::petrolatum, 24, 168, 168},
    {CareSubject::sunscreen, 24, 672, 672},
    {CareSubject::sun, 0, 168, 672},
    {CareSubject::make_up, 0, 24, 72},
    {CareSubject::sauna_and_pool, 0, 48, 168},
    {CareSubject::alcohol_based_product, 0, 72, 168},
    {CareSubject::perfume, 0, 72, 168},
    {CareSubject::benzoyl_peroxide, 0, 72, 168},
    {CareSubject::exercise, 0, 48, 120},
    {CareSubject::vitamin_c, 0, 48, 168},
    {CareSubject::glycolic_acid, 0, 168, 336},
    {CareSubject::salicylic_acid, 0, 168, 336},
    {CareSubject::scrub, 0, 336, 504},
    {CareSubject::retinoid, 0, 168, 336},
    {CareSubject::peel_or_laser, 0, 672, 672},
    {CareSubject::niacinamide, 0, 672, 672},
    {CareSubject::peptides, 0, 672, 672},
};

TEST(CareProfile, OfEachDeviceDepthAndSkinTypeHasTheseRowsAndNoOthers) {
    constexpr int two_weeks = 336;
    constexpr int four_weeks = 672;
    expect_rows(pen_light, rows_of_pens(two_weeks));
    expect_rows(pen_dark, rows_of_pens(four_weeks));
    expect_rows(home_light, rows_of_home_rollers(two_weeks));
    expect_rows(home_dark, rows_of_home_rollers(four_weeks));
    expect_rows(rf_light, rows_of_radiofrequency);
    expect_rows(rf_dark, rows_of_radiofrequency);
}

TEST(CareProfile, ForNobodyAllowsTheSunBeforeThreeDaysOrSunscreenAtOnce) {
    for (const auto& now : {pen_light, pen_dark, home_light, home_dark, rf_light, rf_dark}) {
        const auto rows = rows_for(care_profile({}), now);
        EXPECT_GE(row_of(rows, CareSubject::sun)->advice.until_hours, 72);
        EXPECT_GE(longest_hours(row_of(rows, CareSubject::sun)->advice), 336);
        for (const auto subject :
             {CareSubject::sunscreen, CareSubject::cleanser, CareSubject::moisturiser}) {
            EXPECT_GE(row_of(rows, subject)->advice.from_hours,
                      now.depth == CareDepth::shallow ? 12 : 24);
        }
    }
}

TEST(CareProfile, CitesSomethingThatCanBeCitedOrSaysThatTheNumberIsOurs) {
    for (const auto& row : own_care_rows()) {
        SCOPED_TRACE(row.advice.source);
        EXPECT_THAT(row.advice.source, Not(HasSubstr("handout")));
        EXPECT_THAT(row.advice.source, Not(HasSubstr("unverified")));
        EXPECT_NE(row.grade, SourceGrade::clinic_own);
        if (row.grade == SourceGrade::label) {
            EXPECT_THAT(row.advice.source,
                        AnyOf(HasSubstr("SkinPen"), HasSubstr("Morpheus8"), HasSubstr("Fractora")));
        } else if (row.advice.stance != Stance::no_evidence) {
            EXPECT_THAT(row.advice.source, HasSubstr("ours"));
        }
        EXPECT_EQ(row.advice.id.value, 0);
    }
}

TEST(CareProfile, HasNoTwoRowsForOneCaseAndRowsThatEndAfterTheyBegin) {
    std::set<std::tuple<CareSubject,
                        std::optional<CareDevice>,
                        std::optional<CareDepth>,
                        std::optional<CareSkin>>>
        seen;
    for (const auto& row : own_care_rows()) {
        const auto& advice = row.advice;
        SCOPED_TRACE(schema::word(advice.subject));
        EXPECT_TRUE(seen.insert({advice.subject, row.device, row.depth, row.skin}).second);
        EXPECT_LT(advice.from_hours, advice.until_hours);
        EXPECT_TRUE(!advice.cautious_until_hours ||
                    *advice.cautious_until_hours > advice.until_hours);
    }
}

CareRow sun_row(int until, CareRow conditions = {}) {
    conditions.advice = {
        .subject = CareSubject::sun, .stance = Stance::avoid, .until_hours = until};
    return conditions;
}

TEST(RowsFor, TakeTheRowWithTheMostConditionsThatFit) {
    const auto any = sun_row(100);
    const auto dark = sun_row(10, {.skin = CareSkin::types_IV_to_VI});
    const auto dark_heat =
        sun_row(5, {.device = CareDevice::radiofrequency, .skin = CareSkin::types_IV_to_VI});
    for (const auto& order : {CareRows{any, dark, dark_heat}, CareRows{dark_heat, dark, any}}) {
        EXPECT_EQ(rows_for(order, pen_light), CareRows{any});
        EXPECT_EQ(rows_for(order, pen_dark), CareRows{dark});
        EXPECT_EQ(rows_for(order, rf_light), CareRows{any});
        EXPECT_EQ(rows_for(order, rf_dark), CareRows{dark_heat});
    }
    EXPECT_TRUE(rows_for({dark}, pen_light).empty());
}

TEST(RowsFor, TakeTheOneThatIsCarefulForLongerOfTwoThatFitAlike) {
    const auto dark = sun_row(10, {.skin = CareSkin::types_IV_to_VI});
    const auto heat = sun_row(11, {.device = CareDevice::radiofrequency});
    EXPECT_EQ(rows_for({dark, heat}, rf_dark), CareRows{heat});
    EXPECT_EQ(rows_for({heat, dark}, rf_dark), CareRows{heat});
}

TEST(CareProfile, HasTheClinicsRowInThePlaceOfAllOfTheProgramsForTheSubject) {
    const CareAdvice own{.id = schema::Id<CareAdvice>(7),
                         .subject = CareSubject::make_up,
                         .stance = Stance::avoid,
                         .until_hours = 36,
                         .source = "our handout"};
    for (const auto& now : {pen_light, pen_dark, home_light, home_dark, rf_light, rf_dark}) {
        const auto rows = rows_for(care_profile({own}), now);
        const auto before = rows_for(care_profile({}), now);
        ASSERT_EQ(rows.size(), before.size());
        EXPECT_EQ(rows[6].advice, own);
        EXPECT_EQ(rows[6].grade, SourceGrade::clinic_own);
        EXPECT_EQ(rows[5], before[5]);
        EXPECT_EQ(rows[7], before[7]);
    }
}

TEST(CareProfile, HasTheClinicsRowsForOtherSubjectsAtItsEnd) {
    const CareAdvice own{.id = schema::Id<CareAdvice>(7),
                         .subject = CareSubject::panthenol,
                         .stance = Stance::advised,
                         .until_hours = 100,
                         .source = "our handout"};
    EXPECT_EQ(row_of(care_profile({}), CareSubject::panthenol), std::nullopt);
    EXPECT_EQ(care_profile({own}).back().advice, own);
    EXPECT_EQ(row_of(care_profile({own}), CareSubject::panthenol)->advice, own);
}

TEST(CareProfile, KnowsTheSubjectOfEveryActiveIngredient) {
    for (std::size_t i = 0; i < schema::Words<Active>::all.size(); ++i) {
        const auto active = static_cast<Active>(i);
        EXPECT_EQ(schema::word(subject_of(active)), schema::word(active));
    }
}

TEST(CareProfile, TakesTheLongestHoursWhereSourcesDiffer) {
    EXPECT_EQ(longest_hours({.until_hours = 48, .cautious_until_hours = 72}), 72);
    EXPECT_EQ(longest_hours({.until_hours = 48}), 48);
}

}  // namespace
}  // namespace clinical::care_profile_test
