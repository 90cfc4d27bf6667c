// Which photographs may be compared: each fault lowers its own part and no other, what cannot be
// judged says so, and nothing that was not judged counts as good.

#include "app/clinical/comparing/comparability.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/texts/language.h"

namespace clinical::comparability_test {
namespace {

using schema::Photo;
using schema::PhotoView;

constexpr int usual_limit = 70;

Photo photo() {
    Photo photo;
    photo.view = PhotoView::front;
    photo.width = 3000;
    photo.height = 4000;
    photo.figures = schema::PhotoFigures{.version = 1,
                                         .light = -2.5,
                                         .red_cast = 0.6,
                                         .blue_cast = -0.4,
                                         .sharpness = -0.5,
                                         .clipped_bright = 0.2,
                                         .clipped_dark = 0.1};
    photo.pose = schema::HeadPose{.version = 1,
                                  .yaw = 2,
                                  .pitch = -4,
                                  .roll = 1,
                                  .eye_distance = 20,
                                  .centre_x = 50,
                                  .centre_y = 40};
    return photo;
}

Photo changed(const std::function<void(Photo&)>& change) {
    auto other = photo();
    change(other);
    return other;
}

const PartScore& part_of(const Comparability& pair, ComparedPart part) {
    return *std::find_if(pair.parts.begin(), pair.parts.end(), [&](const PartScore& each) {
        return each.part == part;
    });
}

std::string said(const PartScore& part) {
    return texts::english().text(part.words);
}

// Those that lost points.
std::vector<ComparedPart> fallen(const Comparability& pair) {
    std::vector<ComparedPart> all;
    for (const auto& each : pair.parts) {
        if (each.score && *each.score < 100) {
            all.push_back(each.part);
        }
    }
    return all;
}

struct Fault {
    ComparedPart part;
    std::function<void(Photo&, double)> change;
    double mild;     // falls, and may still be compared
    double serious;  // may not
    std::string words;
};

const std::vector<Fault>& faults() {
    static const std::vector<Fault> all{
        {ComparedPart::yaw,
         [](Photo& to, double by) { to.pose->yaw -= by; },
         6,
         12,
         "turn 12° to the left"},
        {ComparedPart::pitch,
         [](Photo& to, double by) { to.pose->pitch += by; },
         8,
         13,
         "chin 13° lower"},
        {ComparedPart::roll,
         [](Photo& to, double by) { to.pose->roll += by; },
         5,
         9,
         "tilt the head 9° to the right"},
        {ComparedPart::distance,
         [](Photo& to, double by) { to.pose->eye_distance /= 1 + by / 100; },
         10,
         25,
         "nearer by a fifth"},
        {ComparedPart::place,
         [](Photo& to, double by) { to.pose->centre_x += by; },
         10,
         20,
         "the face further left in the picture, by a fifth of its width"},
        {ComparedPart::light,
         [](Photo& to, double by) { to.figures->light += by; },
         0.5,
         1,
         "one stop darker"},
        {ComparedPart::colour,
         [](Photo& to, double by) { to.figures->red_cast += by; },
         0.3,
         0.5,
         "light less red, by half a stop"},
        {ComparedPart::sharpness,
         [](Photo& to, double by) { to.figures->sharpness -= by; },
         0.8,
         1.5,
         "sharper: the second picture is blurred"},
        {ComparedPart::clipping,
         [](Photo& to, double by) { to.figures->clipped_bright = by; },
         3,
         9,
         "the second picture is too bright: 9 % of its middle is at the upper end"}};
    return all;
}

TEST(Comparability, OfAlikePhotographsIsFull) {
    const auto pair = compare(photo(), photo(), usual_limit);
    EXPECT_EQ(pair.score, 100);
    EXPECT_EQ(pair.verdict, ComparedVerdict::comparable);
    EXPECT_EQ(pair.parts.size(), schema::Words<ComparedPart>::all.size());
    EXPECT_EQ(texts::english().text(pair.words), "comparable: score 100 of 100");
}

TEST(Comparability, FallsInEachPartWithItsOwnFaultOnly) {
    for (const auto& fault : faults()) {
        SCOPED_TRACE(schema::word(fault.part));
        const auto with = [&](double by) {
            return compare(photo(), changed([&](Photo& to) { fault.change(to, by); }), usual_limit);
        };
        const auto mild = with(fault.mild);
        EXPECT_THAT(fallen(mild), testing::ElementsAre(fault.part));
        EXPECT_EQ(mild.verdict, ComparedVerdict::comparable);
        const auto serious = with(fault.serious);
        EXPECT_THAT(fallen(serious), testing::ElementsAre(fault.part));
        EXPECT_EQ(serious.verdict, ComparedVerdict::not_comparable);
        EXPECT_LT(*serious.score, usual_limit);
        EXPECT_EQ(said(part_of(serious, fault.part)), fault.words);
        EXPECT_THAT(texts::english().text(serious.words),
                    testing::HasSubstr(texts::english().text(schema::Phrase(
                        "comparing.part." + std::string(schema::word(fault.part))))));
    }
}

TEST(Comparability, IsLinearBetweenTheTwoThresholds) {
    for (const auto& each : thresholds) {
        ASSERT_LT(each.alike, each.apart);
    }
    const auto of_light = [](double stops) {
        return *part_of(compare(photo(),
                                changed([&](Photo& to) { to.figures->light -= stops; }),
                                usual_limit),
                        ComparedPart::light)
                    .score;
    };
    EXPECT_DOUBLE_EQ(of_light(0.25), 100);
    EXPECT_DOUBLE_EQ(of_light(0.875), 50);
    EXPECT_DOUBLE_EQ(of_light(1.5), 0);
    EXPECT_DOUBLE_EQ(of_light(4), 0);
}

TEST(Comparability, IsTheLeastOfItsPartsAndNoMean) {
    const auto pair = compare(photo(),
                              changed([](Photo& to) {
                                  to.figures->light += 0.875;
                                  to.pose->yaw += 6;
                              }),
                              usual_limit);
    EXPECT_EQ(pair.score, 50);
}

TEST(Comparability, GoesByTheLimitOfTheClinic) {
    const auto other = changed([](Photo& to) { to.figures->light += 0.875; });
    EXPECT_EQ(compare(photo(), other, 50).verdict, ComparedVerdict::comparable);
    EXPECT_EQ(compare(photo(), other, 51).verdict, ComparedVerdict::not_comparable);
}

TEST(Comparability, IsTheSameBothWaysAround) {
    for (const auto& fault : faults()) {
        const auto other = changed([&](Photo& to) { fault.change(to, fault.serious); });
        EXPECT_EQ(compare(photo(), other, usual_limit).score,
                  compare(other, photo(), usual_limit).score);
    }
}

// Seen from the side the eyes are nearer to each other, and the head is not further away.
TEST(Comparability, TakesATurnedHeadForNoDistantOne) {
    const auto turned = [](double yaw) {
        return changed([&](Photo& to) {
            to.view = PhotoView::left_45;
            to.pose->yaw = yaw;
            to.pose->eye_distance = 20 * std::cos(yaw * 3.14159265358979 / 180);
        });
    };
    const auto pair = compare(turned(40), turned(50), usual_limit);
    EXPECT_THAT(fallen(pair), testing::ElementsAre(ComparedPart::yaw));
}

// Beyond 60 degrees the distance between the eyes says nothing more of how near a head is.
TEST(Comparability, TakesAProfileForOneSeenAtSixtyDegrees) {
    const auto distance = [](double yaw, double other_yaw, double other_eyes) {
        const auto seen = [](double turned, double eyes) {
            return changed([&](Photo& to) {
                to.view = PhotoView::left_90;
                to.pose->yaw = turned;
                to.pose->eye_distance = eyes;
            });
        };
        return *part_of(compare(seen(yaw, 20), seen(other_yaw, other_eyes), usual_limit),
                        ComparedPart::distance)
                    .difference;
    };
    EXPECT_NEAR(distance(60, 85, 20), 0, 1e-9);
    EXPECT_NEAR(distance(0, 60, 10), 0, 1e-9) << "the cosine of 60 degrees is a half";
    EXPECT_NEAR(distance(0, 60, 8), 25, 1e-9);
}

TEST(Comparability, SaysWhichOfTheTwoIsNearer) {
    const auto words = [](double eyes) {
        const auto other = changed([&](Photo& to) { to.pose->eye_distance = eyes; });
        return said(part_of(compare(photo(), other, usual_limit), ComparedPart::distance));
    };
    EXPECT_EQ(words(25), "further away by a quarter");
    EXPECT_EQ(words(16), "nearer by a fifth");
}

// 5 to 8 of EXIF stand on their side: what is kept as 4000 by 3000 is shown as 3000 by 4000.
TEST(Comparability, MeasuresThePlaceInThePictureAsItIsShown) {
    const auto place = [](const Photo& first, const Photo& second) {
        return *part_of(compare(first, second, usual_limit), ComparedPart::place).difference;
    };
    const auto kept = [](int orientation, int width, int height, double down) {
        return changed([&](Photo& to) {
            to.orientation = orientation;
            to.width = width;
            to.height = height;
            to.pose->centre_y = down;
        });
    };
    EXPECT_NEAR(place(kept(1, 3000, 4000, 40), kept(4, 3000, 4000, 52)), 16, 1e-9);
    EXPECT_NEAR(place(kept(5, 3000, 4000, 40), kept(8, 3000, 4000, 52)), 9, 1e-9);
    EXPECT_NEAR(place(kept(1, 3000, 4000, 40), kept(5, 4000, 3000, 40)), 0, 1e-9);
}

TEST(Comparability, OfAnotherViewRegionOrSideIsNone) {
    for (const auto& change : std::vector<std::function<void(Photo&)>>{
             [](Photo& to) { to.view = PhotoView::left_45; },
             [](Photo& to) { to.region = schema::Region::chin; },
             [](Photo& to) { to.side = schema::BodySide::left; }}) {
        const auto pair = compare(photo(), changed(change), usual_limit);
        EXPECT_EQ(pair.verdict, ComparedVerdict::not_comparable);
        EXPECT_EQ(pair.score, 0);
        EXPECT_EQ(part_of(pair, ComparedPart::view).score, 0.0);
    }
}

TEST(Comparability, JudgesNoHeadWhereTheViewShowsNone) {
    for (const auto view : {PhotoView::chest, PhotoView::back, PhotoView::close_up}) {
        const auto seen = changed([&](Photo& to) { to.view = view; });
        const auto pair = compare(seen, seen, usual_limit);
        EXPECT_EQ(pair.verdict, ComparedVerdict::partly_judged) << "no all-clear";
        EXPECT_EQ(part_of(pair, ComparedPart::yaw).score, std::nullopt);
        EXPECT_EQ(said(part_of(pair, ComparedPart::yaw)),
                  "not judged: this view shows no whole face");
        EXPECT_EQ(part_of(pair, ComparedPart::light).score, 100);
        EXPECT_EQ(texts::english().text(pair.words),
                  "nothing measured speaks against it, score 100 of 100; not judged: head turned, "
                  "chin, head tilted, distance, place in the picture");
    }
}

TEST(Comparability, JudgesNothingThatOneOfTheTwoLacks) {
    const auto bare = changed([](Photo& to) {
        to.pose.reset();
        to.figures.reset();
    });
    const auto pair = compare(photo(), bare, usual_limit);
    EXPECT_EQ(pair.verdict, ComparedVerdict::not_judged);
    EXPECT_EQ(pair.score, std::nullopt);
    EXPECT_EQ(said(part_of(pair, ComparedPart::pitch)),
              "not judged: the pose of the head was not found in both pictures");
    EXPECT_EQ(said(part_of(pair, ComparedPart::light)),
              "not judged: not measured in both pictures");
}

TEST(Comparability, JudgesNothingMeasuredByDifferentVersions) {
    const auto newer = changed([](Photo& to) {
        to.pose->version = 2;
        to.figures->version = 2;
    });
    const auto pair = compare(photo(), newer, usual_limit);
    EXPECT_EQ(pair.verdict, ComparedVerdict::not_judged);
    EXPECT_EQ(said(part_of(pair, ComparedPart::roll)),
              "not judged: measured by different versions");
}

TEST(Comparability, SaysNotComparableWhateverElseIsNotJudged) {
    const auto dark = changed([](Photo& to) {
        to.pose.reset();
        to.figures->light -= 2;
    });
    const auto pair = compare(photo(), dark, usual_limit);
    EXPECT_EQ(pair.verdict, ComparedVerdict::not_comparable);
    EXPECT_EQ(pair.score, 0);
    EXPECT_EQ(said(part_of(pair, ComparedPart::light)), "2.0 stops brighter");
}

}  // namespace
}  // namespace clinical::comparability_test
