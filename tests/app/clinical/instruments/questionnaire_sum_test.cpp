#include "app/clinical/instruments/questionnaire_sum.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/clinical/band.h"
#include "app/clinical/instruments/cadi.h"
#include "app/clinical/instruments/dlqi.h"

namespace clinical::questionnaire_sum_test {
namespace {

using schema::Form;
using schema::Questionnaire;
using schema::QuestionnaireScore;

Questionnaire filled(Form which, const std::string& answers) {
    Questionnaire form;
    form.which = which;
    form.answers = schema::Answers::read(answers);
    return form;
}

// Of a clinic that has not chosen otherwise.
std::optional<int> score_of(const Questionnaire& form) {
    return questionnaire_score(form, QuestionnaireScore::items);
}

TEST(Dlqi, HasItsBandsAndItsRuleFromSixteenYearsOn) {
    EXPECT_TRUE(is_too_young_for("dlqi", 15));
    EXPECT_FALSE(is_too_young_for("dlqi", 16));
    EXPECT_FALSE(is_too_young_for("cadi", 15));
}

struct Row {
    Form which;
    std::string answers;
    int score;
};

TEST(QuestionnaireScore, SumsTheItems) {
    const std::vector<Row> rows = {
        {Form::dlqi, "1,2,0,1,1,0,1,0,0,1", 7},   // worked example of the clinical reference
        {Form::dlqi, "3,3,3,3,3,3,3,3,3,3", 30},  // Finlay and Khan 1994: maximum
        {Form::dlqi, "0,0,0,0,0,0,0,0,0,0", 0},
        {Form::dlqi, "1,2,0,1,1,0,,0,0,1", 6},  // one blank item counts as 0
        {Form::cadi, "2,1,0,2,2", 7},           // worked example of the clinical reference
        {Form::cadi, "3,3,3,3,3", 15},          // Motley and Finlay 1992: maximum
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.answers);
        EXPECT_EQ(score_of(filled(row.which, row.answers)), row.score);
    }
}

TEST(QuestionnaireScore, IsWithheldWhenTooMuchIsMissing) {
    const std::vector<Row> rows = {
        {Form::dlqi, "1,2,0,1,1,0,,,0,1", 0},
        {Form::dlqi, "1,2,0,1,1,0,1,0,0", 0},  // nine items: which one is missing is not said
        {Form::cadi, "2,1,0,,2", 0},
        {Form::cadi, "2,1,0,2", 0},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.answers);
        EXPECT_EQ(score_of(filled(row.which, row.answers)), std::nullopt);
    }
}

TEST(QuestionnaireScore, IsTheSumOrTheRecordedTotalAsTheClinicSays) {
    auto form = filled(Form::dlqi, "1,2,0,1,1,0,1,0,0,1");
    EXPECT_EQ(questionnaire_score(form, QuestionnaireScore::items), 7);
    EXPECT_EQ(questionnaire_score(form, QuestionnaireScore::recorded_total), 7);
    form.total = 9;
    EXPECT_EQ(questionnaire_score(form, QuestionnaireScore::items), 7);
    EXPECT_EQ(questionnaire_score(form, QuestionnaireScore::recorded_total), 9);
}

TEST(QuestionnaireTotal, DiffersFromTheSumOrCannotBeCompared) {
    auto form = filled(Form::dlqi, "1,2,0,1,1,0,1,0,0,1");
    EXPECT_EQ(total_differs(form), std::nullopt);
    form.total = 7;
    EXPECT_EQ(total_differs(form), false);
    form.total = 8;
    EXPECT_EQ(total_differs(form), true);
    form.answers = schema::Answers::read("1,2,0,1,1,0,,,0,1");
    EXPECT_EQ(total_differs(form), std::nullopt);
    form.answers.reset();
    EXPECT_EQ(total_differs(form), std::nullopt);
}

TEST(QuestionnaireScore, IsTheTotalOnTheFormWhereAnItemIsBlank) {
    auto form = filled(Form::cadi, "2,1,0,,2");
    form.total = 7;
    EXPECT_EQ(score_of(form), 7);
    form = filled(Form::dlqi, "1,2,0,1,1,0,,0,0,1");
    EXPECT_EQ(score_of(form), 6);
    form.total = 8;
    EXPECT_EQ(score_of(form), 8);
}

TEST(QuestionnaireScore, IsTheTotalWhereNoItemWasAnswered) {
    Questionnaire form;
    form.which = Form::dlqi;
    EXPECT_EQ(score_of(form), std::nullopt);
    form.total = 12;
    EXPECT_EQ(score_of(form), 12);
    form.answers = schema::Answers::read(",,,,,,,,,");
    EXPECT_FALSE(is_answered(form));
    EXPECT_EQ(score_of(form), 12);
}

TEST(QuestionnaireScore, IsThatOfTheWorkedExamples) {
    const int dlqi = score_of(filled(Form::dlqi, "1,2,0,1,1,0,1,0,0,1")).value();
    EXPECT_TRUE(dlqi_scale.example.ends_with("= " + std::to_string(dlqi) + ", " +
                                             band_of("dlqi", dlqi).value().name));
    EXPECT_TRUE(dlqi_scale.example.starts_with("1 + 2 + 0 + 1 + 1 + 0 + 1 + 0 + 0 + 1 "));
    const int cadi = score_of(filled(Form::cadi, "2,1,0,2,2")).value();
    EXPECT_EQ(cadi_scale.example, "b, c, d, b, b: 2 + 1 + 0 + 2 + 2 = " + std::to_string(cadi));
}

TEST(QuestionnaireRule, NamesEachItemByANeutralLabel) {
    EXPECT_EQ(rule_of(Form::dlqi).items.size(), 10U);
    EXPECT_EQ(rule_of(Form::cadi).items.size(), 5U);
    EXPECT_EQ(dlqi_scale.items.size(), 10U);
    EXPECT_EQ(cadi_scale.items.size(), 5U);
    EXPECT_EQ(dlqi_items[6], "work or study");
    for (const auto label : dlqi_items) {
        EXPECT_EQ(label.find('?'), std::string::npos) << label;
    }
}

TEST(QuestionnaireRule, OfCadiGivesLettersTheirPoints) {
    EXPECT_NE(cadi_scale.formula.find("a = 3, b = 2, c = 1, d = 0"), std::string::npos);
}

RC_GTEST_PROP(QuestionnaireLaw, TheSumStaysOnTheScaleOfItsForm, ()) {
    Questionnaire form;
    form.which = *rc::gen::element(Form::dlqi, Form::cadi);
    const auto rule = rule_of(form.which);
    form.answers.emplace();
    for (std::size_t i = 0; i < rule.items.size(); ++i) {
        form.answers->items.emplace_back(*rc::gen::inRange(0, highest_answer + 1));
    }
    const auto score = score_of(form);
    RC_ASSERT(score && *score >= 0 && *score <= rule.highest_total());
}

}  // namespace
}  // namespace clinical::questionnaire_sum_test
