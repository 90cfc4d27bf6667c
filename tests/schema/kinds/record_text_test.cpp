#include "schema/kinds/record_text.h"

#include <gtest/gtest.h>

#include "tests/support/part_text.h"

namespace schema::record_text_test {
namespace {

template <class Record>
std::vector<Problem> problems_of(std::string_view name, std::string_view text) {
    Record record;
    std::vector<Problem> problems;
    EXPECT_TRUE(kinds::set_field(record, name, text, "test", problems));
    return problems;
}

TEST(SetField, TakesWhatFitsTheField) {
    EXPECT_TRUE(problems_of<Session>("pain", "10").empty());
    EXPECT_TRUE(problems_of<Session>("at", "2026-01-05T10:30").empty());
    EXPECT_TRUE(problems_of<Session>("area", "left_cheek:1.5:4").empty());
    EXPECT_TRUE(problems_of<AcneStatus>("region", "forehead:papules=3,pustules=1").empty());
    EXPECT_TRUE(problems_of<AcneStatus>("region", "chin").empty());
    EXPECT_TRUE(problems_of<ScarObservation>("count", "dish_mild=25").empty());
    EXPECT_TRUE(
        problems_of<PigmentationObservation>("pahpi", "size=4,intensity=6,number=2").empty());
    EXPECT_TRUE(problems_of<PigmentationObservation>("mmasi", "forehead:3:2").empty());
    EXPECT_TRUE(problems_of<Patient>("name", "--------").empty()) << "odd, but kept";
}

TEST(SetField, SaysWhatDoesNotFit) {
    EXPECT_EQ(problems_of<Session>("pain", "11").front().what,
              "pain: \"11\" is not a whole number from 0 to 10");
    EXPECT_EQ(problems_of<Session>("pain", "3.5").size(), 1U);
    EXPECT_EQ(problems_of<Session>("area", "left_cheek:9:4").size(), 1U);
    EXPECT_EQ(problems_of<Session>("area", "left_cheek:1.5").size(), 1U);
    EXPECT_EQ(problems_of<Session>("areas", "chin:1:1 chin:1:2").size(), 1U) << "one region twice";
    EXPECT_EQ(problems_of<AcneStatus>("region", "forehead:papules=3,papules=1").size(), 1U);
    EXPECT_EQ(problems_of<AcneStatus>("region", "forehead:pimples=3").size(), 1U);
    EXPECT_EQ(problems_of<PigmentationObservation>("pahpi", "size=5,intensity=6,number=2").size(),
              1U);
    EXPECT_EQ(problems_of<PigmentationObservation>("pahpi", "size=4,intensity=6").size(), 1U);
    EXPECT_EQ(problems_of<PigmentationObservation>("mmasi", "forehead:99:2").size(), 1U);
    EXPECT_EQ(problems_of<Patient>("name", " \t").front().what, "name is blank");
}

TEST(SetField, NeverRepeatsAConfidentialText) {
    const auto problem = problems_of<Patient>("born", "1996-13-02").front();
    EXPECT_EQ(problem.what.find("1996"), std::string::npos) << problem.what;
}

TEST(SetField, KnowsItsFieldsOnly) {
    Patient patient;
    std::vector<Problem> problems;
    EXPECT_FALSE(kinds::set_field(patient, "height", "170", "test", problems));
    EXPECT_TRUE(problems.empty());
}

TEST(SetField, AnEmptyTextTakesAnOptionalValueAway) {
    Session session;
    session.pain = 4;
    std::vector<Problem> problems;
    kinds::set_field(session, "pain", "", "test", problems);
    EXPECT_FALSE(session.pain);
    EXPECT_TRUE(problems.empty());
}

TEST(PartText, ReadsBackAsTheSamePart) {
    const AcneRegion acne{.region = Region::chin, .open_comedones = 8, .cysts = 1};
    EXPECT_EQ(read_part<AcneRegion>(part_text(acne)), acne);
    const SessionArea area{Region::left_cheek, 0.75, 3};
    EXPECT_EQ(read_part<SessionArea>(part_text(area)), area);
    const PigmentationRegion marks{Region::forehead, 3, 2, 1};
    EXPECT_EQ(read_part<PigmentationRegion>(part_text(marks)), marks);
    const PigmentationRegion without{Region::forehead, 3, 2, std::nullopt};
    EXPECT_EQ(read_part<PigmentationRegion>(part_text(without)), without);
    const ScarCount scars{ScarType::keloidal_cm2, 4.5};
    EXPECT_EQ(read_part<ScarCount>(part_text(scars)), scars);
}

}  // namespace
}  // namespace schema::record_text_test
