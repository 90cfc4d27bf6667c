#include "app/clinical/instruments/scar_s.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "schema/kinds/kinds.h"
#include "schema/kinds/value_text.h"

namespace clinical::scar_s_test {
namespace {

TEST(ScarS, SumsTheThreeSites) {
    EXPECT_EQ(scar_s({.face = 0, .chest = 0, .back = 0}), 0);
    EXPECT_EQ(scar_s({.face = 5, .chest = 5, .back = 5}), 15);
    const auto worked = scar_s({.face = 3, .chest = 0, .back = 2});
    EXPECT_EQ(worked, 5);
    EXPECT_EQ(scar_s_scale.example,
              "face 3, chest 0, back 2: 3 + 0 + 2 = " + std::to_string(*worked));
}

TEST(ScarS, IsMissingUnlessAllSitesWereExamined) {
    EXPECT_EQ(scar_s({.chest = 1, .back = 2}), std::nullopt);
    EXPECT_EQ(scar_s({.face = 1, .back = 2}), std::nullopt);
    EXPECT_EQ(scar_s({.face = 1, .chest = 2}), std::nullopt);
    EXPECT_EQ(scar_s({}), std::nullopt);
}

TEST(ScarS, ACategoryBeyondFiveIsRefusedWhereItIsRead) {
    const auto& field = *kinds::of<schema::ScarObservation>().field("scar_s");
    EXPECT_TRUE(kinds::read(field, "face=5,chest=0,back=1"));
    EXPECT_FALSE(kinds::read(field, "face=6"));
    EXPECT_FALSE(kinds::read(field, "face=-1"));
}

}  // namespace
}  // namespace clinical::scar_s_test
