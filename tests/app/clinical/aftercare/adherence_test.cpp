#include "app/clinical/aftercare/adherence.h"

#include <gtest/gtest.h>

#include "tests/app/clinical/aftercare/care_example.h"

namespace clinical::adherence_test {
namespace {

using schema::Active;

TEST(Adherence, IsNothingWithoutAProductAfterASession) {
    CareExample example;
    example.product("2026-01-01", Active::vitamin_c);
    EXPECT_FALSE(adherence(example.facts()).has_value());
    example.session("2026-01-05T10:30");
    EXPECT_FALSE(adherence(example.facts()).has_value());
}

TEST(Adherence, CountsEveryVerdictOverAllSessions) {
    CareExample example;
    example.session("2026-01-05T10:30");
    example.session("2026-03-05T10:30");
    example.product("2026-01-05T16:30", Active::vitamin_c);
    example.product("2026-03-05T16:30", Active::vitamin_c);
    example.product("2026-03-06T16:30", Active::moisturiser);
    example.product("2026-03-05T15:30", Active::sunscreen);
    example.product("2026-03-07T16:30", Active::vitamin_c);
    example.product("2026-03-07T16:30", Active::peptides);
    example.product("2026-03-07T16:30", Active::panthenol);
    example.product("2026-03-25T16:30", Active::vitamin_c);
    const auto kept = adherence(example.facts());
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->count(), 8);
    EXPECT_EQ(kept->count(CareVerdict::too_early), 1) << "never counted as kept";
    EXPECT_EQ(kept->count(CareVerdict::avoid), 2);
    EXPECT_EQ(kept->count(CareVerdict::advised), 1);
    EXPECT_EQ(kept->count(CareVerdict::sources_differ), 1);
    EXPECT_EQ(kept->count(CareVerdict::no_evidence), 1);
    EXPECT_EQ(kept->count(CareVerdict::not_in_profile), 1);
    EXPECT_EQ(kept->count(CareVerdict::no_advice), 1);
}

TEST(Adherence, LooksAtFourWeeksToTheMinute) {
    CareExample example;
    example.session("2026-01-05T10:30");
    example.product("2026-02-02T10:30", Active::sunscreen);
    EXPECT_FALSE(adherence(example.facts()).has_value());
    example.product("2026-02-02T10:29", Active::sunscreen);
    EXPECT_EQ(adherence(example.facts())->count(), 1);
}

}  // namespace
}  // namespace clinical::adherence_test
