#include "app/clinical/instruments/lesion_counts.h"

#include <optional>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace clinical {
namespace {

using schema::AcneStatus;
using schema::Region;

AcneStatus with_regions(std::vector<schema::AcneRegion> regions) {
    AcneStatus seen;
    seen.regions = std::move(regions);
    return seen;
}

// The worked example of the clinical reference: 22 comedones, 14 papules, 6 pustules, no nodules.
TEST(LesionCounts, SumOverTheRegionsThatWereRecorded) {
    const auto seen = with_regions(
        {{.region = Region::forehead, .open_comedones = 9, .papules = 10, .pustules = 6},
         {.region = Region::chin, .open_comedones = 3, .closed_comedones = 10, .papules = 4}});
    const auto counts = lesion_counts(seen);
    EXPECT_EQ(counts, (LesionCounts{.inflammatory = 20, .noninflammatory = 22}));
    EXPECT_EQ(counts->total(), 42);
    EXPECT_TRUE(lesions_total_scale.example.ends_with("22 + 14 + 6 = 42"));
    EXPECT_TRUE(lesions_inflammatory_scale.example.ends_with("14 + 6 + 0 + 0 = 20"));
    EXPECT_TRUE(lesions_noninflammatory_scale.example.ends_with("12 + 10 = 22"));
}

TEST(LesionCounts, TakeNodulesAndCystsAsInflammatory) {
    const auto counts =
        lesion_counts(with_regions({{.region = Region::nose, .nodules = 2, .cysts = 1}}));
    EXPECT_EQ(counts, (LesionCounts{.inflammatory = 3, .noninflammatory = 0}));
}

TEST(LesionCounts, AreZeroForAnExaminedRegionWithoutLesions) {
    EXPECT_EQ(lesion_counts(with_regions({{.region = Region::nose}})), LesionCounts{});
}

TEST(LesionCounts, AreZeroWhenEverythingWasExaminedAndIsClear) {
    AcneStatus seen;
    seen.rest = schema::Rest::clear;
    EXPECT_EQ(lesion_counts(seen), LesionCounts{});
}

TEST(LesionCounts, AreMissingWhenOnlyAGradeWasGiven) {
    AcneStatus seen;
    seen.iga = 3;
    seen.redness = 1;
    EXPECT_EQ(lesion_counts(seen), std::nullopt);
}

}  // namespace
}  // namespace clinical
