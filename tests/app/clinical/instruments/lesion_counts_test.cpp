#include "app/clinical/instruments/lesion_counts.h"

#include <gtest/gtest.h>

namespace clinical::lesion_counts_test {
namespace {

using schema::Region;

// The worked example of the clinical reference: 22 comedones, 14 papules, 6 pustules, no nodules.
TEST(LesionCounts, AddUpTheLesionsOfARegionByTheirClass) {
    const auto counts = lesion_counts({.region = Region::forehead,
                                       .open_comedones = 12,
                                       .closed_comedones = 10,
                                       .papules = 14,
                                       .pustules = 6});
    EXPECT_EQ(counts, (LesionCounts{.inflammatory = 20, .noninflammatory = 22}));
    EXPECT_EQ(counts.total(), 42);
    EXPECT_TRUE(lesions_total_scale.example.ends_with("22 + 14 + 6 = 42"));
    EXPECT_TRUE(lesions_inflammatory_scale.example.ends_with("14 + 6 + 0 + 0 = 20"));
    EXPECT_TRUE(lesions_noninflammatory_scale.example.ends_with("12 + 10 = 22"));
}

TEST(LesionCounts, TakeNodulesAndCystsAsInflammatory) {
    EXPECT_EQ(lesion_counts({.region = Region::nose, .nodules = 2, .cysts = 1}),
              (LesionCounts{.inflammatory = 3, .noninflammatory = 0}));
}

TEST(LesionCounts, AreZeroForAnExaminedRegionWithoutLesions) {
    EXPECT_EQ(lesion_counts({.region = Region::nose}), LesionCounts{});
}

}  // namespace
}  // namespace clinical::lesion_counts_test
