#include "app/clinical/left_open.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/clinical/extent.h"

namespace clinical::left_open_test {
namespace {

using schema::Region;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

schema::AcneStatus counted(std::size_t regions) {
    schema::AcneStatus seen;
    for (std::size_t i = 0; i < regions; ++i) {
        seen.regions.push_back({.region = face_regions.at(i)});
    }
    return seen;
}

TEST(LeftOpen, AreTheOtherRegionsOfAFaceCountedInPart) {
    EXPECT_THAT(left_open(counted(1)), ElementsAre(HasSubstr("of 1 of 8 regions of the face")));
    EXPECT_THAT(left_open(counted(7)), ElementsAre(HasSubstr("of 7 of 8 regions of the face")));
    auto said = counted(7);
    said.rest = schema::Rest::clear;
    EXPECT_THAT(left_open(said), IsEmpty());
}

TEST(LeftOpen, IsNothingOfAWholeFaceNorOfNone) {
    EXPECT_THAT(left_open(counted(face_regions.size())), IsEmpty());
    EXPECT_THAT(left_open(counted(0)), IsEmpty());
    schema::AcneStatus of_chest;
    of_chest.regions = {{.region = Region::chest}};
    EXPECT_THAT(left_open(of_chest), IsEmpty());
}

TEST(LeftOpen, AreTheTypesOfATableOfScarsThatWasBegun) {
    schema::ScarObservation seen;
    EXPECT_THAT(left_open(seen), IsEmpty());
    seen.counts = {{.type = schema::ScarType::ecca_v, .amount = 3}};
    EXPECT_THAT(left_open(seen), ElementsAre(HasSubstr("ecca is not scored: ")));
}

}  // namespace
}  // namespace clinical::left_open_test
