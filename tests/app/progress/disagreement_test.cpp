#include "app/progress/disagreement.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/course_progress.h"
#include "tests/app/progress/example_history.h"

namespace progress::disagreement_test {
namespace {

using schema::Concern;
using Codes = std::vector<std::string>;

// Who stands against whom; empty when all agree.
Codes voices(const ExampleHistory& example, std::optional<Concern> concern = std::nullopt) {
    const auto history = example.history();
    const auto all = series_of(history, treatment_began(history));
    const auto found = disagreement(all, concern);
    if (!found) {
        return {};
    }
    Codes codes;
    for (const auto* each : {found->doctor, found->patient}) {
        if (each != nullptr) {
            codes.push_back(each->code());
        }
    }
    for (const auto* each : found->scales) {
        codes.push_back(each->code());
    }
    return codes;
}

void move(ExampleHistory& example, std::string_view code, double from, double to) {
    example.score(code, "2026-01-05", from);
    example.score(code, "2026-05-05", to);
}

TEST(Disagreement, IsOfDoctorAndPatient) {
    const auto found = [](std::optional<double> doctor, std::optional<double> patient) {
        ExampleHistory example;
        if (doctor) {
            example.score("gais", "2026-05-05", *doctor);
        }
        if (patient) {
            example.score("pgic", "2026-05-05", *patient);
        }
        return voices(example);
    };
    EXPECT_EQ(found(2, 6), (Codes{"gais", "pgic"}));
    EXPECT_EQ(found(5, 3), (Codes{"gais", "pgic"}));
    EXPECT_EQ(found(3, 5), (Codes{"gais", "pgic"})) << "next to no change on both sides";
    EXPECT_EQ(found(2, 3), Codes{});
    EXPECT_EQ(found(5, 7), Codes{});
    EXPECT_EQ(found(4, 6), Codes{}) << "no change contradicts nobody";
    EXPECT_EQ(found(2, 4), Codes{});
    EXPECT_EQ(found(2, {}), Codes{});
}

TEST(Disagreement, IsOfAStatementAndAScaleBeyondNoise) {
    ExampleHistory example;
    move(example, "goodman_baron_score", 24, 10);
    example.score("pgic", "2026-05-05", 6);
    EXPECT_EQ(voices(example), (Codes{"pgic", "goodman_baron_score"}));
    example.score("pgic", "2026-05-06", 2);
    EXPECT_EQ(voices(example), Codes{}) << "the last word counts";
}

TEST(Disagreement, IsOfAScaleWithinNoiseWhenNoneWentBeyond) {
    ExampleHistory example;
    move(example, "goodman_baron_grade", 3, 2);
    example.score("gais", "2026-05-05", 5);
    example.score("pgic", "2026-05-05", 6);
    EXPECT_EQ(voices(example), (Codes{"gais", "pgic", "goodman_baron_grade"}));
    move(example, "goodman_baron_score", 20, 22);
    EXPECT_EQ(voices(example), Codes{}) << "within noise both ways says nothing";
    move(example, "ecca", 90, 200);
    EXPECT_EQ(voices(example), Codes{}) << "beyond noise, and worse as both say";
}

TEST(Disagreement, IsOfTwoScalesBeyondNoise) {
    ExampleHistory example;
    move(example, "goodman_baron_score", 24, 10);
    move(example, "ecca", 90, 200);
    EXPECT_EQ(voices(example), (Codes{"goodman_baron_score", "ecca"}));
    move(example, "goodman_baron_grade", 3, 3);
    EXPECT_EQ(voices(example).size(), 2U) << "what did not move has no say";
}

TEST(Disagreement, IsAboutWhatIsTreated) {
    ExampleHistory example;
    move(example, "gags", 30, 10);
    example.score("pgic", "2026-05-05", 6);
    EXPECT_EQ(voices(example, Concern::acne_scars), Codes{});
    EXPECT_EQ(voices(example, Concern::active_acne), (Codes{"pgic", "gags"}));
    EXPECT_EQ(voices(example, Concern::other), (Codes{"pgic", "gags"})) << "any of the skin";
    EXPECT_EQ(voices(example), (Codes{"pgic", "gags"}));
    ExampleHistory life;
    move(life, "dlqi", 20, 5);
    life.score("pgic", "2026-05-05", 6);
    EXPECT_EQ(voices(life), Codes{}) << "how life is affected is no sign of the skin";
    EXPECT_EQ(voices(life, Concern::quality_of_life), (Codes{"pgic", "dlqi"}));
    ExampleHistory marks;
    move(marks, "pahpi", 20, 8);
    marks.score("gais", "2026-05-05", 5);
    EXPECT_EQ(voices(marks), (Codes{"gais", "pahpi"}));
}

TEST(Disagreement, LeavesOutRegionsBesideTheirWholeAndWhatIsNotJudged) {
    ExampleHistory example;
    example.score("gais", "2026-05-05", 5);
    example.score("melanin_index", "2026-01-05", 90);
    example.score("melanin_index", "2026-05-05", 90);
    example.score("melanin_index", "2026-01-05", 90, schema::Region::nose);
    example.score("melanin_index", "2026-05-05", 5, schema::Region::nose);
    example.score("pahpi", "2026-01-05", 20);
    EXPECT_EQ(voices(example), Codes{});
}

TEST(Disagreement, GoesByTheWayToATarget) {
    ExampleHistory example;
    move(example, "melanin_index", -80, -5);
    example.score("gais", "2026-05-05", 5);
    EXPECT_EQ(voices(example), (Codes{"gais", "melanin_index"}))
        << "a pale mark that faded is better";
}

}  // namespace
}  // namespace progress::disagreement_test
