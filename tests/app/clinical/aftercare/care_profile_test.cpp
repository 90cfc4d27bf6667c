#include "app/clinical/aftercare/care_profile.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clinical {
namespace {

using schema::Active;
using schema::CareAdvice;
using schema::CareSubject;
using schema::Stance;
using testing::HasSubstr;

struct Row {
    CareSubject subject;
    Stance stance;
    int from;
    int until;
    std::optional<int> cautious;
    const char* source;
};

TEST(CareProfile, HasTheseRowsAndNoOthers) {
    const std::vector<Row> rows = {
        {CareSubject::cleanser, Stance::advised, 0, 72, {}, "Moon Aesthetics"},
        {CareSubject::moisturiser, Stance::advised, 0, 168, {}, "Moon Aesthetics"},
        {CareSubject::hyaluronic_acid, Stance::advised, 0, 72, {}, "Facially Conscious"},
        {CareSubject::petrolatum, Stance::advised, 0, 72, {}, "(unverified)"},
        {CareSubject::sunscreen, Stance::advised, 0, 672, {}, "SPF 30"},
        {CareSubject::sun, Stance::avoid, 0, 24, {}, "(unverified)"},
        {CareSubject::make_up, Stance::avoid, 0, 24, 48, "Fifth Element"},
        {CareSubject::sauna_and_pool, Stance::avoid, 0, 24, {}, "Moon Aesthetics"},
        {CareSubject::alcohol_based_product, Stance::avoid, 0, 24, {}, "Moon Aesthetics"},
        {CareSubject::perfume, Stance::avoid, 0, 24, {}, "Moon Aesthetics"},
        {CareSubject::benzoyl_peroxide, Stance::avoid, 0, 24, {}, "Moon Aesthetics"},
        {CareSubject::exercise, Stance::avoid, 0, 48, 72, "Esthetik MTL"},
        {CareSubject::vitamin_c, Stance::avoid, 0, 48, 168, "Dr Pen"},
        {CareSubject::glycolic_acid, Stance::avoid, 0, 120, 168, "Fifth Element"},
        {CareSubject::salicylic_acid, Stance::avoid, 0, 120, 168, "Fifth Element"},
        {CareSubject::scrub, Stance::avoid, 0, 168, {}, "(unverified)"},
        {CareSubject::retinoid, Stance::avoid, 0, 168, 240, "Your Best Selves"},
        {CareSubject::peel_or_laser, Stance::avoid, 0, 672, {}, "(unverified)"},
        {CareSubject::niacinamide, Stance::no_evidence, 0, 672, {}, "(unverified)"},
        {CareSubject::peptides, Stance::no_evidence, 0, 672, {}, "(unverified)"},
    };
    const auto profile = own_care_profile();
    ASSERT_EQ(profile.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        SCOPED_TRACE(schema::word(rows[i].subject));
        EXPECT_EQ(profile[i].subject, rows[i].subject);
        EXPECT_EQ(profile[i].stance, rows[i].stance);
        EXPECT_EQ(profile[i].from_hours, rows[i].from);
        EXPECT_EQ(profile[i].until_hours, rows[i].until);
        EXPECT_EQ(profile[i].cautious_until_hours, rows[i].cautious);
        EXPECT_THAT(profile[i].source, HasSubstr(rows[i].source));
        EXPECT_EQ(profile[i].id.value, 0);
    }
}

TEST(CareProfile, SaysThatHandoutsAreCommercial) {
    for (const auto& row : own_care_profile()) {
        SCOPED_TRACE(schema::word(row.subject));
        if (row.stance != Stance::no_evidence) {
            EXPECT_THAT(row.source, HasSubstr("(commercial)"));
        }
    }
}

TEST(CareProfile, HasOneRowForASubjectThatEndsAfterItBegins) {
    std::set<CareSubject> seen;
    for (const auto& row : own_care_profile()) {
        SCOPED_TRACE(schema::word(row.subject));
        EXPECT_TRUE(seen.insert(row.subject).second);
        EXPECT_LT(row.from_hours, row.until_hours);
        EXPECT_TRUE(!row.cautious_until_hours || *row.cautious_until_hours > row.until_hours);
    }
}

TEST(CareProfile, HasTheClinicsRowInThePlaceOfTheProgramsForTheSameSubject) {
    const CareAdvice own{.id = schema::Id<CareAdvice>(7),
                         .subject = CareSubject::make_up,
                         .stance = Stance::avoid,
                         .until_hours = 36,
                         .source = "our handout"};
    const auto profile = care_profile({own});
    EXPECT_EQ(profile.size(), own_care_profile().size());
    EXPECT_EQ(profile[6], own);
    EXPECT_EQ(profile[5], own_care_profile()[5]);
    EXPECT_EQ(profile[7], own_care_profile()[7]);
}

TEST(CareProfile, HasTheClinicsRowsForOtherSubjectsAtItsEnd) {
    const CareAdvice own{.id = schema::Id<CareAdvice>(7),
                         .subject = CareSubject::panthenol,
                         .stance = Stance::advised,
                         .until_hours = 100,
                         .source = "our handout"};
    EXPECT_EQ(advice_for(care_profile({}), CareSubject::panthenol), std::nullopt);
    EXPECT_EQ(care_profile({own}).back(), own);
    EXPECT_EQ(advice_for(care_profile({own}), CareSubject::panthenol), own);
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
}  // namespace clinical
