// What a record of scars cannot say at once.

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/contradictions.h"
#include "schema/kinds/record_text.h"

namespace clinical::scar_contradictions_test {
namespace {

using schema::Problem;

TEST(ScarContradictions, AcceptThatThereAreNone) {
    schema::ScarObservation seen;
    seen.rest = schema::OtherScars::none;
    EXPECT_TRUE(contradictions(seen).empty());
    seen.goodman_baron_grade = 0;
    EXPECT_TRUE(contradictions(seen).empty());
    seen.goodman_baron_grade = 2;
    seen.counts = {{schema::ScarType::dish_mild, 3}};
    EXPECT_TRUE(contradictions(seen).empty());
    seen.goodman_baron_grade = 1;
    seen.counts = {{schema::ScarType::macular, 3}};
    EXPECT_TRUE(contradictions(seen).empty());
}

TEST(ScarContradictions, AskAboutAGradeOfScarsThatAreNone) {
    schema::ScarObservation seen;
    seen.rest = schema::OtherScars::none;
    for (const int grade : {1, 2, 4}) {
        seen.goodman_baron_grade = grade;
        const auto problems = contradictions(seen);
        ASSERT_EQ(problems.size(), 1U) << grade;
        EXPECT_TRUE(problems[0].what.ends_with("with rest none and no scar counted"));
        EXPECT_TRUE(problems[0].remedy.starts_with("ask "));
    }
}

TEST(ScarContradictions, AcceptAGradeOrCountsAndAKeloidsArea) {
    schema::ScarObservation seen;
    seen.goodman_baron_grade = 0;
    EXPECT_TRUE(contradictions(seen).empty());
    seen.goodman_baron_grade.reset();
    seen.counts = {{schema::ScarType::keloidal_cm2, 4.5}, {schema::ScarType::dish_mild, 25}};
    EXPECT_TRUE(contradictions(seen).empty());
}

TEST(ScarContradictions, RefuseHalfAScarAndAnEmptyRecord) {
    EXPECT_EQ(contradictions(schema::ScarObservation{}).size(), 1u);
    schema::ScarObservation seen;
    seen.counts = {{schema::ScarType::dish_mild, 2.5}, {schema::ScarType::ecca_v, 0.5}};
    const auto problems = contradictions(seen);
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].what, "dish_mild=2.5: scars are counted whole");
}

TEST(ScarContradictions, AcceptItemsAlone) {
    schema::ScarObservation seen;
    seen.goodman_baron = schema::GoodmanBaron{.contour = true};
    EXPECT_TRUE(contradictions(seen).empty());
    seen.goodman_baron.reset();
    seen.scar_s = schema::ScarS{.face = 2};
    EXPECT_TRUE(contradictions(seen).empty());
    seen.scar_s.reset();
    seen.vancouver = schema::Vancouver{};
    EXPECT_TRUE(contradictions(seen).empty());
}

struct GradeRow {
    std::optional<int> given;
    std::string answers;
    std::vector<schema::ScarCount> counts;
    std::string what;  // of the only problem; empty for none
};

schema::ScarObservation graded(const GradeRow& row) {
    schema::ScarObservation seen;
    seen.goodman_baron_grade = row.given;
    std::vector<schema::Problem> problems;
    kinds::set_field(seen, "goodman_baron", row.answers, "", problems);
    EXPECT_TRUE(problems.empty()) << row.answers;
    seen.counts = row.counts;
    return seen;
}

TEST(ScarContradictions, AcceptAGradeThatItsAnswersAllow) {
    using schema::ScarType;
    const std::vector<GradeRow> rows = {
        {3, "contour=yes,visible_at_50cm=yes,coverable=no,flattens=yes", {}, ""},
        {4, "contour=yes,visible_at_50cm=yes,coverable=no", {}, ""},  // not yet decided
        {2, "contour=yes,visible_at_50cm=no", {{ScarType::macular, 3}, {ScarType::linear, 1}}, ""},
        {1, "contour=no", {{ScarType::macular, 3}}, ""},
        {0, "contour=no", {}, ""},  // no scars: nothing is changed
        {1, "", {{ScarType::macular, 3}}, ""},
        {2, "", {{ScarType::macular, 0}}, ""},
        {2, "", {{ScarType::macular, 3}, {ScarType::ecca_v, 1}}, ""},
        {{}, "contour=no", {{ScarType::macular, 3}}, ""},
        {{}, "", {{ScarType::macular, 3}}, ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.answers);
        EXPECT_TRUE(contradictions(graded(row)).empty());
    }
}

TEST(ScarContradictions, AskAboutAGradeThatItsAnswersRuleOut) {
    using schema::ScarType;
    const std::vector<GradeRow> rows = {
        {3,
         "contour=yes,visible_at_50cm=no",
         {},
         "goodman_baron_grade 3 with goodman_baron contour=yes,visible_at_50cm=no: these answers "
         "decide grade 2"},
        {0,
         "contour=yes,visible_at_50cm=no",
         {},
         "goodman_baron_grade 0 with goodman_baron contour=yes,visible_at_50cm=no: these answers "
         "decide grade 2"},
        {1,
         "contour=yes,visible_at_50cm=yes,coverable=no,flattens=no",
         {},
         "goodman_baron_grade 1 with goodman_baron "
         "contour=yes,visible_at_50cm=yes,coverable=no,flattens=no: these answers decide grade 4"},
        {{},
         "contour=yes,visible_at_50cm=yes,coverable=yes",
         {},
         "goodman_baron visible_at_50cm=yes,coverable=yes: scars that are obvious from 50 cm are "
         "not covered"},
        {3,
         "contour=yes,visible_at_50cm=yes,coverable=yes",
         {},
         "goodman_baron visible_at_50cm=yes,coverable=yes: scars that are obvious from 50 cm are "
         "not covered"},
        {2,
         "contour=no",
         {},
         "goodman_baron_grade 2 with contour=no: flat marks are colour, not contour, and never "
         "above grade 1"},
        {4,
         "",
         {{ScarType::macular, 30}},
         "goodman_baron_grade 4 with counts of macular only: flat marks are colour, not contour, "
         "and never above grade 1"},
        {2,
         "",
         {{ScarType::macular, 1}, {ScarType::linear, 0}},
         "goodman_baron_grade 2 with counts of macular only: flat marks are colour, not contour, "
         "and never above grade 1"},
        {{},
         "contour=yes,visible_at_50cm=no",
         {{ScarType::macular, 30}},
         "goodman_baron_grade 2 with counts of macular only: flat marks are colour, not contour, "
         "and never above grade 1"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto problems = contradictions(graded(row));
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].what, row.what);
        EXPECT_TRUE(problems[0].remedy.starts_with("ask "));
    }
}

}  // namespace
}  // namespace clinical::scar_contradictions_test
