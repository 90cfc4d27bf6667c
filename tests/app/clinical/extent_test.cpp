#include "app/clinical/extent.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string_view>

#include <gtest/gtest.h>

#include "app/clinical/catalogue.h"

namespace clinical::extent_test {
namespace {

using schema::Places;
using schema::Region;

TEST(Extent, OfFaceAndTrunkIsEveryRegionOnceButOther) {
    std::multiset<Region> regions(face_regions.begin(), face_regions.end());
    regions.insert(trunk_regions.begin(), trunk_regions.end());
    for (const auto word : schema::Words<Region>::all) {
        const auto region = schema::read_word<Region>(word).value();
        EXPECT_EQ(regions.count(region), region == Region::other ? 0U : 1U) << word;
    }
}

TEST(Extent, OfACountIsFaceOrTrunkAndOfOtherScalesNothing) {
    const std::set<std::string_view> of_the_face{
        "lesions_total", "lesions_inflammatory", "lesions_noninflammatory"};
    for (const auto& scale : scales()) {
        SCOPED_TRACE(scale.code);
        const auto regions = regions_of(scale.code);
        EXPECT_EQ(std::ranges::equal(regions, face_regions), of_the_face.contains(scale.code));
        EXPECT_EQ(std::ranges::equal(regions, trunk_regions), scale.code == "trunk_lesions");
        EXPECT_EQ(regions.empty(),
                  !of_the_face.contains(scale.code) && scale.code != "trunk_lesions");
    }
    EXPECT_TRUE(regions_of("our_own_scale").empty());
}

Places all_but(std::span<const Region> regions, std::optional<Region> left_out) {
    Places places;
    for (const auto region : regions) {
        if (region != left_out) {
            places.values.push_back({region, 1});
        }
    }
    return places;
}

TEST(Extent, IsWholeWhenEveryPlaceOfItWasLookedAt) {
    EXPECT_TRUE(is_whole("lesions_total", all_but(face_regions, {})));
    EXPECT_TRUE(is_whole("trunk_lesions", all_but(trunk_regions, {})));
    EXPECT_TRUE(is_whole("lesions_total", Places{.values = {{Region::nose, 3}}, .rest = true}));
    EXPECT_TRUE(is_whole("trunk_lesions", Places{.values = {}, .rest = true}));
    EXPECT_TRUE(is_whole("lesions_total", std::nullopt)) << "entered as a whole";
    EXPECT_TRUE(is_whole("gags", std::nullopt));
}

TEST(Extent, IsNotWholeWithoutOneOfItsPlaces) {
    for (const auto region : face_regions) {
        EXPECT_FALSE(is_whole("lesions_inflammatory", all_but(face_regions, region)))
            << schema::word(region);
    }
    for (const auto region : trunk_regions) {
        EXPECT_FALSE(is_whole("trunk_lesions", all_but(trunk_regions, region)))
            << schema::word(region);
    }
    EXPECT_FALSE(is_whole("trunk_lesions", all_but(face_regions, {})));
    EXPECT_FALSE(is_whole("lesions_total", Places{}));
    EXPECT_FALSE(is_whole("gags", all_but(face_regions, {}))) << "no extent is known";
    EXPECT_FALSE(is_whole("gags", Places{.values = {}, .rest = true}));
}

}  // namespace
}  // namespace clinical::extent_test
