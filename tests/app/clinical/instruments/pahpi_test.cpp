#include "app/clinical/instruments/pahpi.h"

#include <optional>

#include <gtest/gtest.h>

namespace clinical {
namespace {

using schema::Pahpi;
using schema::PigmentationKind;

schema::PigmentationObservation marks(PigmentationKind kind, std::optional<Pahpi> items) {
    schema::PigmentationObservation seen;
    seen.kind = kind;
    seen.pahpi = items;
    return seen;
}

// Savory 2014: range 6 to 22. The middle row is the worked example of the clinical reference.
TEST(PahpiScore, SumsThePointsOfItsItems) {
    const auto score = [](Pahpi items) { return pahpi(marks(PigmentationKind::pih, items)); };
    EXPECT_EQ(score({.size = 2, .intensity = 3, .number = 1}), 6);
    EXPECT_EQ(score({.size = 4, .intensity = 6, .number = 2}), 12);
    EXPECT_EQ(pahpi_scale.example,
              "marks of 3 to 6 mm (4), moderately darker (6), 22 of them (2): 4 + 6 + 2 = 12");
    EXPECT_EQ(score({.size = 8, .intensity = 9, .number = 5}), 22);
}

TEST(PahpiScore, IsMissingNotZeroWithoutMarks) {
    EXPECT_EQ(pahpi(marks(PigmentationKind::pih, std::nullopt)), std::nullopt);
}

TEST(PahpiScore, IsForBrownMarksOnly) {
    const Pahpi items{.size = 4, .intensity = 6, .number = 2};
    EXPECT_EQ(pahpi(marks(PigmentationKind::pie, items)), std::nullopt);
    EXPECT_EQ(pahpi(marks(PigmentationKind::melasma, items)), std::nullopt);
}

}  // namespace
}  // namespace clinical
