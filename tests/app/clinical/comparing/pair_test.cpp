// Which two photographs stand beside each other: the newest of a view and the oldest that it may be
// compared with, and never two that may not be.

#include "app/clinical/comparing/pair.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clinical::pair_test {
namespace {

using schema::Photo;
using schema::PhotoView;

constexpr int usual_limit = 70;

// `light` in stops: two that differ by more than 0.6 may not be compared.
Photo taken(int id, const char* at, double light, PhotoView view = PhotoView::front) {
    Photo photo;
    photo.id = schema::Id<Photo>(id);
    photo.taken_at = *schema::CivilTime::read(at);
    photo.view = view;
    photo.width = 3000;
    photo.height = 4000;
    photo.figures = schema::PhotoFigures{.version = 1, .light = light};
    photo.pose = schema::HeadPose{.version = 1, .eye_distance = 20, .centre_x = 50, .centre_y = 40};
    return photo;
}

std::vector<std::int64_t> ids(const std::optional<PhotoPair>& pair) {
    return pair ? std::vector{pair->first.id.value, pair->second.id.value}
                : std::vector<std::int64_t>{};
}

std::vector<std::int64_t> shown(const std::vector<Photo>& photos) {
    return ids(pair_to_show(photos, usual_limit));
}

TEST(PairToShow, IsTheNewestAndTheOldestOfAView) {
    EXPECT_THAT(shown({taken(3, "2026-03-05", -2),
                       taken(1, "2026-01-05", -2),
                       taken(4, "2026-06-05T10:30", -2),
                       taken(2, "2026-02-05", -2)}),
                testing::ElementsAre(1, 4));
}

TEST(PairToShow, PassesOverWhatMayNotBeCompared) {
    EXPECT_THAT(
        shown(
            {taken(1, "2026-01-05", -2), taken(2, "2026-02-05", -4), taken(3, "2026-03-05", -4.1)}),
        testing::ElementsAre(2, 3))
        << "the oldest is darker";
    EXPECT_THAT(
        shown({taken(1, "2026-01-05", -2), taken(2, "2026-02-05", -2), taken(3, "2026-03-05", -5)}),
        testing::ElementsAre(1, 2))
        << "the newest is darker than all";
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2), taken(2, "2026-02-05", -5)}),
                testing::IsEmpty());
}

TEST(PairToShow, IsOfOneViewRegionAndSideAndOfTwoDays) {
    EXPECT_THAT(shown({}), testing::IsEmpty());
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2)}), testing::IsEmpty());
    EXPECT_THAT(shown({taken(1, "2026-01-05T09:00", -2), taken(2, "2026-01-05T10:00", -2)}),
                testing::IsEmpty());
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2), taken(2, "2026-02-05", -2, PhotoView::left_45)}),
                testing::IsEmpty());
    auto chin = taken(2, "2026-02-05", -2);
    chin.region = schema::Region::chin;
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2), chin}), testing::IsEmpty());
    auto left = taken(2, "2026-02-05", -2);
    left.side = schema::BodySide::left;
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2), left}), testing::IsEmpty());
}

TEST(PairToShow, IsOfNothingThatIsVoidedAndNoPaper) {
    auto voided = taken(2, "2026-02-05", -2);
    voided.voided = true;
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2), voided}), testing::IsEmpty());
    EXPECT_THAT(shown({taken(1, "2026-01-05", -2, PhotoView::document),
                       taken(2, "2026-02-05", -2, PhotoView::document)}),
                testing::IsEmpty());
}

TEST(PairToShow, IsComparableBeforeItIsPartlyJudgedWhateverTheView) {
    auto first = taken(1, "2026-01-05", -2);
    first.pose.reset();
    const auto second = taken(2, "2026-06-05", -2);
    const auto partly = pair_to_show({first, second}, usual_limit);
    EXPECT_THAT(ids(partly), testing::ElementsAre(1, 2));
    EXPECT_EQ(partly->comparability.verdict, ComparedVerdict::partly_judged);
    const auto turned = PhotoView::left_45;
    const auto whole = pair_to_show(
        {first, second, taken(3, "2026-01-05", -2, turned), taken(4, "2026-02-05", -2, turned)},
        usual_limit);
    EXPECT_THAT(ids(whole), testing::ElementsAre(3, 4));
    EXPECT_EQ(whole->comparability.verdict, ComparedVerdict::comparable);
}

TEST(PairToShow, ThatWasNotJudgedNeverSaysThatItIsComparable) {
    std::vector<Photo> photos{taken(1, "2026-01-05", -2, PhotoView::back),
                              taken(2, "2026-02-05", -2, PhotoView::back)};
    for (auto& each : photos) {
        each.figures.reset();
    }
    const auto pair = pair_to_show(photos, usual_limit);
    EXPECT_THAT(ids(pair), testing::ElementsAre(1, 2));
    EXPECT_EQ(pair->comparability.verdict, ComparedVerdict::not_judged);
}

TEST(PairToShow, IsPartlyJudgedBeforeItIsNotJudgedWhateverTheView) {
    auto bare = taken(1, "2026-01-05", -2);
    bare.figures.reset();
    bare.pose.reset();
    auto without_pose = taken(3, "2026-01-05", -2, PhotoView::back);
    without_pose.pose.reset();
    const auto pair = pair_to_show({bare,
                                    taken(2, "2026-02-05", -2),
                                    without_pose,
                                    taken(4, "2026-02-05", -2, PhotoView::back)},
                                   usual_limit);
    EXPECT_THAT(ids(pair), testing::ElementsAre(3, 4));
    EXPECT_EQ(pair->comparability.verdict, ComparedVerdict::partly_judged);
}

TEST(PairToShow, GoesByTheLimitOfTheClinic) {
    const std::vector photos{taken(1, "2026-01-05", -2), taken(2, "2026-02-05", -2.8)};
    EXPECT_THAT(ids(pair_to_show(photos, 56)), testing::ElementsAre(1, 2));
    EXPECT_THAT(ids(pair_to_show(photos, 57)), testing::IsEmpty());
}

// Of ten and ten of a view the middle is not tried.
TEST(PairToShow, TriesTheNewestTenWithTheOldestTen) {
    std::vector<Photo> photos;
    for (int number = 1; number <= 24; ++number) {
        const auto day = schema::Date::read("2026-01-01")->plus_days(number).text();
        photos.push_back(taken(number, day.c_str(), -2.0 - number));
    }
    photos[10].figures->light = photos[13].figures->light;
    EXPECT_THAT(shown(photos), testing::IsEmpty());
    photos[9].figures->light = photos[14].figures->light;
    EXPECT_THAT(shown(photos), testing::ElementsAre(10, 15));
}

}  // namespace
}  // namespace clinical::pair_test
