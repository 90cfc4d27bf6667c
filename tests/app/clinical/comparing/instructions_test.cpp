// What to do at the second photograph, at both sides of each number that the words go by.

#include "app/clinical/comparing/instructions.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/comparing/comparability.h"
#include "app/texts/language.h"

namespace clinical::instructions_test {
namespace {

std::string said(const schema::Phrase& phrase) {
    return texts::english().text(phrase);
}

TEST(ThresholdsOfComparing, AreThoseThatTheHeaderExplains) {
    const std::vector<std::pair<double, double>> expected{
        {3, 15}, {6, 18}, {3, 15}, {5, 30}, {6, 30}, {0.25, 1.5}, {0.15, 0.75}, {0.5, 2}, {1, 15}};
    std::vector<std::pair<double, double>> given;
    for (const auto& each : thresholds) {
        given.emplace_back(each.alike, each.apart);
    }
    EXPECT_EQ(given, expected);
    EXPECT_EQ(version_of_comparing, 1) << "other thresholds are another version";
}

TEST(Instructions, NameAPartWhereItIsNear) {
    const std::vector<std::pair<double, std::string>> cases{{7.4, "further away by 7 %"},
                                                            {7.6, "further away by a tenth"},
                                                            {12.4, "further away by a tenth"},
                                                            {12.6, "further away by 13 %"},
                                                            {17.4, "further away by 17 %"},
                                                            {17.6, "further away by a fifth"},
                                                            {22.4, "further away by a fifth"},
                                                            {22.6, "further away by a quarter"},
                                                            {27.4, "further away by a quarter"},
                                                            {27.6, "further away by 28 %"},
                                                            {30.8, "further away by 31 %"},
                                                            {30.9, "further away by a third"},
                                                            {35.8, "further away by a third"},
                                                            {35.9, "further away by 36 %"},
                                                            {47.4, "further away by 47 %"},
                                                            {47.6, "further away by a half"},
                                                            {52.4, "further away by a half"},
                                                            {52.6, "further away by 53 %"}};
    for (const auto& [percent, words] : cases) {
        EXPECT_EQ(said(instructions::approach(percent, false)), words) << percent;
    }
}

// Nearer by a fifth makes a face larger by a quarter.
TEST(Instructions, TurnHowMuchSmallerIntoHowMuchNearer) {
    const std::vector<std::pair<double, std::string>> cases{{25, "nearer by a fifth"},
                                                            {21.197, "nearer by 17 %"},
                                                            {21.227, "nearer by a fifth"},
                                                            {100, "nearer by a half"}};
    for (const auto& [percent, words] : cases) {
        EXPECT_EQ(said(instructions::approach(percent, true)), words) << percent;
    }
}

TEST(Instructions, NameStopsByTenths) {
    const std::vector<std::pair<double, std::string>> cases{{0.02, "0.1 stops darker"},
                                                            {0.44, "0.4 stops darker"},
                                                            {0.46, "half a stop darker"},
                                                            {0.54, "half a stop darker"},
                                                            {0.56, "0.6 stops darker"},
                                                            {0.94, "0.9 stops darker"},
                                                            {0.96, "one stop darker"},
                                                            {1.04, "one stop darker"},
                                                            {1.06, "1.1 stops darker"},
                                                            {-1.5, "1.5 stops brighter"}};
    for (const auto& [stops, words] : cases) {
        EXPECT_EQ(said(instructions::expose(stops)), words) << stops;
    }
}

TEST(Instructions, NameAtLeastOneDegreeAndOnePercent) {
    EXPECT_EQ(said(instructions::turn(0.2)), "turn 1° to the right");
    EXPECT_EQ(said(instructions::turn(-5.6)), "turn 6° to the left");
    EXPECT_EQ(said(instructions::move(0.3, 0)),
              "the face further left in the picture, by 1 % of its width");
    EXPECT_EQ(said(instructions::move(-1, 3)),
              "the face higher in the picture, by 3 % of its width");
}

// However little it is, the way is the right one.
TEST(Instructions, NameTheWayByTheSign) {
    for (const double little : {0.6, 1.0, 4.0}) {
        EXPECT_EQ(instructions::nod(little).id, "comparing.pitch.down");
        EXPECT_EQ(instructions::nod(-little).id, "comparing.pitch.up");
        EXPECT_EQ(instructions::tilt(little).id, "comparing.roll.right");
        EXPECT_EQ(instructions::tilt(-little).id, "comparing.roll.left");
        EXPECT_EQ(instructions::move(0, little).id, "comparing.place.up");
        EXPECT_EQ(instructions::move(0, -little).id, "comparing.place.down");
        EXPECT_EQ(instructions::balance(little, 0).id, "comparing.colour.less_red");
        EXPECT_EQ(instructions::balance(0, little).id, "comparing.colour.less_blue");
        EXPECT_EQ(instructions::focus(little).id, "comparing.sharpness.first");
        EXPECT_EQ(instructions::focus(-little).id, "comparing.sharpness.second");
    }
}

}  // namespace
}  // namespace clinical::instructions_test
