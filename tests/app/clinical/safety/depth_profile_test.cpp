#include "app/clinical/safety/depth_profile.h"

#include <gtest/gtest.h>

namespace clinical {
namespace {

using schema::DepthLimit;
using schema::Fitzpatrick;
using schema::Region;

DepthLimit own(Region region, std::optional<double> max_mm, std::optional<Fitzpatrick> skin = {}) {
    return {.id = schema::Id<DepthLimit>(3),
            .region = region,
            .fitzpatrick = skin,
            .max_mm = max_mm,
            .source = "the clinic"};
}

TEST(DepthGuide, HasTheseLimitsAndNoOthers) {
    const std::vector<std::pair<Region, double>> expected{{Region::forehead, 1.0},
                                                          {Region::nose, 0.75},
                                                          {Region::left_cheek, 2.5},
                                                          {Region::right_cheek, 2.5},
                                                          {Region::perioral, 0.5},
                                                          {Region::chin, 2.0},
                                                          {Region::jawline, 2.0},
                                                          {Region::periorbital, 0.3}};
    std::vector<std::pair<Region, double>> found;
    for (const auto& row : guide_depths()) {
        found.emplace_back(row.region, row.max_mm.value());
        EXPECT_TRUE(row.source.ends_with("unverified)")) << row.source;
        EXPECT_FALSE(row.radiofrequency);
        EXPECT_EQ(row.fitzpatrick, std::nullopt);
        EXPECT_EQ(row.id.value, 0);
    }
    EXPECT_EQ(found, expected);
}

TEST(DepthLimit, OfTheClinicStandsInThePlaceOfTheGuides) {
    const DepthPlace forehead{.region = Region::forehead, .fitzpatrick = Fitzpatrick::V};
    EXPECT_EQ(depth_limit({}, forehead)->max_mm, 1.0);
    EXPECT_EQ(depth_limit({own(Region::forehead, 0.6)}, forehead)->max_mm, 0.6);
    EXPECT_EQ(depth_limit({own(Region::forehead, std::nullopt)}, forehead), std::nullopt);
    EXPECT_EQ(depth_limit({own(Region::chin, 0.6)}, forehead)->max_mm, 1.0);
    EXPECT_EQ(depth_limit({}, {.region = Region::neck}), std::nullopt);
    EXPECT_EQ(depth_limit({}, {.region = Region::forehead, .radiofrequency = true}), std::nullopt);
}

TEST(DepthLimit, OfASkinTypeGoesBeforeTheOneForAll) {
    const std::vector<DepthLimit> rows{own(Region::chin, 1.5),
                                       own(Region::chin, 0.8, Fitzpatrick::V)};
    EXPECT_EQ(depth_limit(rows, {Region::chin, Fitzpatrick::V})->max_mm, 0.8);
    EXPECT_EQ(depth_limit(rows, {Region::chin, Fitzpatrick::IV})->max_mm, 1.5);
    EXPECT_EQ(depth_limit(rows, {Region::chin})->max_mm, 1.5);
}

TEST(DepthProfile, IsTheGuideWithTheClinicsRows) {
    const auto profile = depth_profile({own(Region::nose, 0.5), own(Region::neck, 1.0)});
    ASSERT_EQ(profile.size(), guide_depths().size() + 1);
    EXPECT_EQ(profile[1].max_mm, 0.5);
    EXPECT_EQ(profile[1].source, "the clinic");
    EXPECT_EQ(profile.back().region, Region::neck);
}

}  // namespace
}  // namespace clinical
