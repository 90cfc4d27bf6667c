// What the rules tell apart: colour from contour, brown marks from red, an anaesthetic from none.

#include <gtest/gtest.h>

#include "app/clinical/contradictions.h"
#include "schema/kinds/record_text.h"

namespace clinical::told_apart_test {
namespace {

TEST(Contradictions, OfScarsTellColourFromContour) {
    const auto faults = [](std::optional<int> grade, const char* answers, schema::ScarType type) {
        schema::ScarObservation seen;
        seen.goodman_baron_grade = grade;
        std::vector<schema::Problem> problems;
        kinds::set_field(seen, "goodman_baron", answers, "", problems);
        EXPECT_TRUE(problems.empty()) << answers;
        seen.counts = {{type, 3}};
        return contradictions(seen).size();
    };
    using schema::ScarType;
    EXPECT_EQ(faults(0, "", ScarType::dish_mild), 1U);
    EXPECT_EQ(faults(1, "", ScarType::keloidal_cm2), 1U);
    EXPECT_EQ(faults(2, "", ScarType::dish_mild), 0U);
    EXPECT_EQ(faults(1, "", ScarType::macular), 0U);
    EXPECT_EQ(faults(2, "", ScarType::macular), 1U);
    EXPECT_EQ(faults({}, "contour=no", ScarType::dish_mild), 1U);
    EXPECT_EQ(faults({}, "contour=no", ScarType::macular), 0U);
    EXPECT_EQ(faults({}, "visible_at_50cm=yes", ScarType::dish_mild), 1U);
}

TEST(Contradictions, OfAnAnaestheticThatNamesNoneAndOfPahpiForRedMarks) {
    schema::Session session;
    session.areas = {{schema::Region::chin, 1, 2}};
    session.anaesthetic = "none";
    EXPECT_EQ(contradictions(session).size(), 1U);
    session.anaesthetic = "lidocaine 5 %";
    EXPECT_TRUE(contradictions(session).empty());
    schema::PigmentationObservation marks;
    marks.pahpi = schema::Pahpi{4, 6, 2};
    EXPECT_TRUE(contradictions(marks).empty());
    marks.kind = schema::PigmentationKind::pie;
    EXPECT_EQ(contradictions(marks).size(), 1U);
}

TEST(Contradictions, OfAdviceAreAnEndBeforeItsBeginningAndABlankSource) {
    const schema::CareAdvice good{
        .from_hours = 5, .until_hours = 6, .cautious_until_hours = 7, .source = "x"};
    EXPECT_TRUE(contradictions(good).empty());
    auto bad = good;
    bad.from_hours = 6;
    EXPECT_EQ(contradictions(bad).size(), 1U);
    bad = good;
    bad.cautious_until_hours = 6;
    EXPECT_EQ(contradictions(bad).size(), 1U);
    bad = good;
    bad.source = " ";
    EXPECT_EQ(contradictions(bad).size(), 1U);
    EXPECT_EQ(contradictions(schema::DepthLimit{}).size(), 1U);
}

}  // namespace
}  // namespace clinical::told_apart_test
