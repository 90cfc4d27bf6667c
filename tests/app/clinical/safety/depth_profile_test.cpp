#include "app/clinical/safety/depth_profile.h"

#include <gtest/gtest.h>

namespace clinical::depth_profile_test {
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
                                                          {Region::periorbital, 0.3},
                                                          {Region::neck, 1.0}};
    const std::vector<std::pair<Region, double>> by_radiofrequency{{Region::forehead, 2.0},
                                                                   {Region::nose, 1.5},
                                                                   {Region::left_cheek, 3.5},
                                                                   {Region::right_cheek, 3.5},
                                                                   {Region::perioral, 1.5},
                                                                   {Region::chin, 3.0},
                                                                   {Region::jawline, 3.0},
                                                                   {Region::periorbital, 0.8},
                                                                   {Region::neck, 2.0}};
    std::vector<std::pair<Region, double>> found;
    std::vector<std::pair<Region, double>> found_by_radiofrequency;
    for (const auto& row : guide_depths()) {
        (row.radiofrequency ? found_by_radiofrequency : found)
            .emplace_back(row.region, row.max_mm.value());
        EXPECT_EQ(row.source, "expert practice; the number is ours");
        EXPECT_EQ(row.fitzpatrick, std::nullopt);
        EXPECT_EQ(row.id.value, 0);
    }
    EXPECT_EQ(found, expected);
    EXPECT_EQ(found_by_radiofrequency, by_radiofrequency);
}

TEST(DepthLimit, OfTheClinicStandsInThePlaceOfTheGuides) {
    const DepthPlace forehead{.region = Region::forehead, .fitzpatrick = Fitzpatrick::V};
    EXPECT_EQ(depth_limit({}, forehead)->max_mm, 1.0);
    EXPECT_EQ(depth_limit({own(Region::forehead, 0.6)}, forehead)->max_mm, 0.6);
    EXPECT_EQ(depth_limit({own(Region::forehead, std::nullopt)}, forehead), std::nullopt);
    EXPECT_EQ(depth_limit({own(Region::chin, 0.6)}, forehead)->max_mm, 1.0);
    EXPECT_EQ(depth_limit({}, {.region = Region::chest}), std::nullopt);
    EXPECT_EQ(depth_limit({}, {.region = Region::forehead, .radiofrequency = true})->max_mm, 2.0);
}

TEST(DepthLimit, OfASkinTypeGoesBeforeTheOneForAll) {
    const std::vector<DepthLimit> rows{own(Region::chin, 1.5),
                                       own(Region::chin, 0.8, Fitzpatrick::V)};
    EXPECT_EQ(depth_limit(rows, {Region::chin, Fitzpatrick::V})->max_mm, 0.8);
    EXPECT_EQ(depth_limit(rows, {Region::chin, Fitzpatrick::IV})->max_mm, 1.5);
    EXPECT_EQ(depth_limit(rows, {Region::chin})->max_mm, 1.5);
}

TEST(DepthProfile, IsTheGuideWithTheClinicsRows) {
    const auto profile = depth_profile({own(Region::nose, 0.5), own(Region::chest, 1.0)});
    ASSERT_EQ(profile.size(), guide_depths().size() + 1);
    EXPECT_EQ(profile[1].max_mm, 0.5);
    EXPECT_EQ(profile[1].source, "the clinic");
    EXPECT_EQ(profile.back().region, Region::chest);
}

}  // namespace
}  // namespace clinical::depth_profile_test
