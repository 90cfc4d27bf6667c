#include "app/clinical/no_marks.h"

#include <gtest/gtest.h>

#include "app/clinical/instruments/masi.h"

namespace clinical::no_marks_test {
namespace {

using schema::PigmentationKind;
using schema::PigmentationObservation;
using schema::Region;

PigmentationObservation clear_regions(PigmentationKind kind) {
    PigmentationObservation seen;
    seen.kind = kind;
    for (const auto region : masi_regions) {
        seen.regions.push_back({.region = region, .area = 0, .darkness = 0});
    }
    return seen;
}

TEST(NoMarks, AreSaidOrShownByFourRegionsWithoutArea) {
    PigmentationObservation said;
    for (const auto kind :
         {PigmentationKind::pih, PigmentationKind::melasma, PigmentationKind::pie}) {
        said.kind = kind;
        said.marks = schema::Marks::none;
        EXPECT_TRUE(has_no_marks(said)) << schema::word(kind);
    }
    EXPECT_TRUE(has_no_marks(clear_regions(PigmentationKind::pih)));
    EXPECT_TRUE(has_no_marks(clear_regions(PigmentationKind::melasma)));
}

TEST(NoMarks, AreNotKnownFromLess) {
    EXPECT_FALSE(has_no_marks({}));
    EXPECT_FALSE(has_no_marks(clear_regions(PigmentationKind::pie))) << "the index is not of red";
    auto three = clear_regions(PigmentationKind::pih);
    three.regions.pop_back();
    EXPECT_FALSE(has_no_marks(three));
    auto one_dark = clear_regions(PigmentationKind::pih);
    one_dark.regions.back() = {.region = Region::chin, .area = 1, .darkness = 1};
    EXPECT_FALSE(has_no_marks(one_dark));
    auto on_the_nose = clear_regions(PigmentationKind::pih);
    on_the_nose.pahpi = schema::Pahpi{2, 3, 1};
    EXPECT_FALSE(has_no_marks(on_the_nose)) << "MASI does not look there";
}

}  // namespace
}  // namespace clinical::no_marks_test
