#include "app/clinical/instruments/pahpi.h"

#include <optional>

#include <gtest/gtest.h>

#include "app/clinical/band.h"

namespace clinical::pahpi_test {
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

TEST(PahpiScore, IsMissingNotZeroWithoutItsItems) {
    EXPECT_EQ(pahpi(marks(PigmentationKind::pih, std::nullopt)), std::nullopt);
}

TEST(PahpiScore, IsZeroWhereThereAreNoBrownMarks) {
    auto seen = marks(PigmentationKind::pih, std::nullopt);
    seen.marks = schema::Marks::none;
    EXPECT_EQ(pahpi(seen), 0);
    EXPECT_EQ(band_of("pahpi", 0), (Band{"no marks", true}));
    seen.kind = PigmentationKind::pie;
    EXPECT_EQ(pahpi(seen), std::nullopt);
    seen.kind = PigmentationKind::melasma;
    EXPECT_EQ(pahpi(seen), std::nullopt);
}

TEST(PahpiScore, HasNoValueBetweenNoMarksAndTheLeastOfMarks) {
    for (const double value : {0, 6, 7, 22}) {
        EXPECT_TRUE(is_possible("pahpi", value)) << value;
    }
    for (const double value : {1, 2, 3, 4, 5}) {
        EXPECT_FALSE(is_possible("pahpi", value)) << value;
        EXPECT_TRUE(is_possible("gags", value)) << value;
    }
    EXPECT_TRUE(is_possible("our_own_scale", 3));
}

TEST(PahpiScore, IsForBrownMarksOnly) {
    const Pahpi items{.size = 4, .intensity = 6, .number = 2};
    EXPECT_EQ(pahpi(marks(PigmentationKind::pie, items)), std::nullopt);
    EXPECT_EQ(pahpi(marks(PigmentationKind::melasma, items)), std::nullopt);
}

}  // namespace
}  // namespace clinical::pahpi_test
