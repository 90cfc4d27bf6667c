#include "app/clinical/contradictions.h"

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/part_text.h"

namespace clinical::contradictions_test {
namespace {

using schema::Problem;
using schema::Region;

schema::Date day(const std::string& text) {
    return schema::Date::read(text).value();
}

struct Period {
    std::string begin;
    std::string end;
};

const std::vector<Period> possible_periods = {
    {"2025-01-10", "2025-06-01"},
    {"2025-01-10", "2025-01-10"},
    {"2012-02", "2012"},        // ends in or after February 2012, as far as is known
    {"2012-02-29", "2012-02"},  // may have ended on the day it began
    {"2012", "2012-01-01"},
    {"2012-02", ""},
    {"", "2012"},
    {"", ""},
};

const std::vector<Period> impossible_periods = {
    {"2025-01-10", "2025-01-09"},
    {"2012-02", "2012-01"},
    {"2012-02", "2012-01-31"},
    {"2013", "2012"},
};

// Checks one kind of record over both tables by the names of its two dates.
template <class Record>
void expect_periods(std::optional<schema::PartialDate> Record::*begin,
                    std::optional<schema::PartialDate> Record::*end,
                    const std::string& where) {
    const auto record = [&](const Period& period) {
        Record of_period;
        of_period.*begin = schema::PartialDate::read(period.begin);
        of_period.*end = schema::PartialDate::read(period.end);
        return of_period;
    };
    for (const auto& period : possible_periods) {
        SCOPED_TRACE(where + " " + period.begin + " to " + period.end);
        EXPECT_TRUE(contradictions(record(period)).empty());
    }
    for (const auto& period : impossible_periods) {
        SCOPED_TRACE(where + " " + period.begin + " to " + period.end);
        const auto problems = contradictions(record(period));
        ASSERT_EQ(problems.size(), 1u);
        EXPECT_EQ(problems[0].where, where);
        EXPECT_NE(problems[0].what.find(period.begin), std::string::npos);
        EXPECT_NE(problems[0].what.find(period.end), std::string::npos);
    }
}

TEST(Contradictions, OfPeriodsAreOnlyThoseThatNoReadingOfTheDatesResolves) {
    expect_periods(&schema::Condition::from, &schema::Condition::until, "condition");
    expect_periods(&schema::OtherTreatment::from, &schema::OtherTreatment::until, "treatment");
    expect_periods(&schema::AdverseEvent::onset, &schema::AdverseEvent::resolved, "event");
}

TEST(Contradictions, OfACourseThatEndsBeforeItBegins) {
    schema::Course course;
    course.on = day("2026-01-05");
    EXPECT_TRUE(contradictions(course).empty());
    course.ended = day("2026-01-05");
    EXPECT_TRUE(contradictions(course).empty());
    course.ended = day("2026-01-04");
    EXPECT_EQ(contradictions(course),
              (std::vector<Problem>{Problem{.where = "course",
                                            .what = "ended 2026-01-04 is before on 2026-01-05",
                                            .remedy = "correct ended or on"}
                                        .as("end_before_begin",
                                            {{"begin", schema::field_label("on")},
                                             {"end", schema::field_label("ended")}})}));
}

schema::Session session() {
    schema::Session record;
    record.at = schema::CivilTime::read("2026-01-05T10:30").value();
    record.areas = {{.region = Region::left_cheek, .depth_mm = 1.5, .passes = 4}};
    return record;
}

TEST(Contradictions, OfASessionAcceptADeviceWithoutEnergy) {
    auto record = session();
    record.device = schema::Device::rf_insulated;
    EXPECT_TRUE(contradictions(record).empty());
}

TEST(Contradictions, OfASessionRefuseOneWithoutAnArea) {
    auto record = session();
    record.areas.clear();
    EXPECT_EQ(contradictions(record).size(), 1u);
}

TEST(Contradictions, OfAcneRefuseARecordInWhichNothingWasSeen) {
    schema::AcneStatus seen;
    seen.note = "came with her mother";
    const auto problems = contradictions(seen);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].where, "acne");
    EXPECT_EQ(problems[0].what.find("mother"), std::string::npos);
}

TEST(Contradictions, OfAcneAcceptAnyOneFinding) {
    schema::AcneStatus clear;
    clear.rest = schema::Rest::clear;
    EXPECT_TRUE(contradictions(clear).empty());
    schema::AcneStatus graded;
    graded.iga = 0;
    EXPECT_TRUE(contradictions(graded).empty());
    schema::AcneStatus red;
    red.redness = 0;
    EXPECT_TRUE(contradictions(red).empty());
    schema::AcneStatus tender;
    tender.tenderness = 1;
    EXPECT_TRUE(contradictions(tender).empty());
    schema::AcneStatus region;
    region.regions = {{.region = Region::nose}};
    EXPECT_TRUE(contradictions(region).empty());
}

// V09: an IGA of 0 with five nodules was taken, and made a responder.
TEST(Contradictions, OfAcneAskAboutAGradeThatItsCountsRuleOut) {
    schema::AcneStatus seen;
    seen.rest = schema::Rest::clear;
    seen.iga = 0;
    seen.regions = {{.region = Region::forehead, .nodules = 5}};
    EXPECT_EQ(contradictions(seen),
              (std::vector<Problem>{
                  Problem{.where = "acne",
                          .what = "iga 0 with 5 counted on the face: grade 0 is no lesion at all",
                          .remedy = "ask which is right: correct iga or the counts"}
                      .as("iga_beside_counts", {{"grade", 0}})}));
    seen.iga = 3;
    EXPECT_EQ(contradictions(seen).size(), 1U);
    seen.iga = 4;
    EXPECT_TRUE(contradictions(seen).empty());
    seen.iga.reset();
    EXPECT_TRUE(contradictions(seen).empty());
}

TEST(Contradictions, OfAcneAcceptAClearFaceWithLesionsOfTheTrunk) {
    schema::AcneStatus seen;
    seen.rest = schema::Rest::clear;
    seen.iga = 0;
    seen.regions = {{.region = Region::upper_back, .nodules = 5}};
    EXPECT_TRUE(contradictions(seen).empty());
}

struct MarksRow {
    schema::PigmentationRegion region;
    std::size_t problems;
};

TEST(Contradictions, OfMarksHoldAreaDarknessAndHomogeneityTogether) {
    const std::vector<MarksRow> rows = {
        {{Region::forehead, 3, 2, 2}, 0},
        {{Region::right_cheek, 3, 2, {}}, 0},
        {{Region::left_cheek, 0, 0, 0}, 0},
        {{Region::chin, 0, 0, {}}, 0},
        {{Region::forehead, 0, 2, {}}, 1},
        {{Region::forehead, 3, 0, {}}, 1},
        {{Region::forehead, 0, 0, 2}, 1},
        {{Region::forehead, 3, 2, 0}, 1},
        {{Region::forehead, 0, 2, 2}, 2},
        {{Region::nose, 3, 2, 2}, 1},
        {{Region::chest, 0, 1, {}}, 2},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(schema::part_text(row.region));
        schema::PigmentationObservation seen;
        seen.regions = {row.region};
        EXPECT_EQ(contradictions(seen).size(), row.problems);
    }
}

TEST(Contradictions, OfMarksRefuseARecordInWhichNothingWasSeen) {
    schema::PigmentationObservation seen;
    EXPECT_EQ(contradictions(seen).size(), 1u);
    seen.melanin_index = 0;
    EXPECT_TRUE(contradictions(seen).empty());
    seen.melanin_index.reset();
    seen.marks = schema::Marks::none;
    EXPECT_TRUE(contradictions(seen).empty());
}

TEST(Contradictions, OfMarksAcceptNoneBesideWhatSaysTheSame) {
    schema::PigmentationObservation seen;
    seen.marks = schema::Marks::none;
    seen.melanin_index = 0;
    seen.erythema_index = 0;
    seen.regions = {{Region::forehead, 0, 0, {}}, {Region::chin, 0, 0, 0}};
    EXPECT_TRUE(contradictions(seen).empty());
}

TEST(Contradictions, OfMarksAskAboutNoneBesideMarks) {
    const auto whats = [](auto change) {
        schema::PigmentationObservation seen;
        seen.marks = schema::Marks::none;
        change(seen);
        std::vector<std::string> found;
        for (const auto& problem : contradictions(seen)) {
            EXPECT_TRUE(problem.remedy.starts_with("ask "));
            found.push_back(problem.what);
        }
        return found;
    };
    using Whats = std::vector<std::string>;
    EXPECT_EQ(whats([](auto& seen) {
                  seen.pahpi = schema::Pahpi{2, 3, 1};
              }),
              Whats{"marks none with pahpi, which has points for marks only"});
    EXPECT_EQ(whats([](auto& seen) { seen.melanin_index = -0.5; }),
              Whats{"marks none with melanin_index -0.5"});
    EXPECT_EQ(whats([](auto& seen) { seen.erythema_index = 20; }),
              Whats{"marks none with erythema_index 20"});
    EXPECT_EQ(whats([](auto& seen) {
                  seen.regions = {{Region::chin, 1, 1, {}}};
              }),
              Whats{"marks none with chin: area 1"});
    EXPECT_EQ(whats([](auto& seen) {
                  seen.melanin_index = 40;
                  seen.erythema_index = 40;
              }).size(),
              2U);
}

struct FormRow {
    schema::Form which;
    std::string answers;
    std::optional<int> total;
    std::size_t problems;
};

TEST(Contradictions, OfAQuestionnaireAreWhatItsFormCannotHold) {
    using schema::Form;
    const std::vector<FormRow> rows = {
        {Form::dlqi, "1,2,0,1,1,0,1,0,0,1", {}, 0},
        {Form::dlqi, "1,2,0,1,1,0,1,0,0,1", 9, 0},  // a differing total is kept and shown
        {Form::dlqi, ",,0,1,1,0,1,0,0,1", {}, 0},   // too blank to score, but it can be true
        {Form::dlqi, "", 30, 0},
        {Form::cadi, "3,3,3,3,3", 15, 0},
        {Form::cadi, "0,0,0,0,0", 0, 0},
        {Form::cadi, "", -1, 1},
        {Form::dlqi, "1,2,0,1,1", {}, 1},
        {Form::cadi, "1,2,0,1,1,0,1,0,0,1", {}, 1},
        {Form::dlqi, "1,2,0,1,1,0,1,0,0,4", {}, 1},
        {Form::cadi, "9,9,3,3,3", {}, 2},
        {Form::dlqi, "", 31, 1},
        {Form::cadi, "3,3,3,3,3", 16, 1},
        {Form::dlqi, "", {}, 1},
        {Form::cadi, ",,,,", {}, 1},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.answers + " total " + std::to_string(row.total.value_or(-1)));
        schema::Questionnaire filled;
        filled.which = row.which;
        filled.answers = schema::Answers::read(row.answers);
        filled.total = row.total;
        EXPECT_EQ(contradictions(filled).size(), row.problems);
    }
    schema::Questionnaire off;
    off.which = Form::cadi;
    off.answers = schema::Answers::read("0,0,7,0,0");
    EXPECT_EQ(contradictions(off).at(0).what, "answers: item 3 is 7");
    EXPECT_EQ(contradictions(off).at(0).told,
              schema::Phrase("error.answer_range", {{"item", 3}, {"highest", 3}}));
}

TEST(Contradictions, OfAStockAreALabelWithoutAMonth) {
    schema::Stock stock;
    stock.product = "Cartridge 12";
    stock.lot = "L1";
    for (const auto* expiry : {"", "2027-12", "2027-12-31"}) {
        stock.expiry = schema::PartialDate::read(expiry);
        EXPECT_TRUE(contradictions(stock).empty()) << expiry;
    }
    stock.expiry = schema::PartialDate::read("2027");
    EXPECT_EQ(contradictions(stock).at(0).what, "expiry 2027 names no month");
    stock.expiry.reset();
    stock.lot = " ";
    EXPECT_EQ(contradictions(stock).at(0).what, "product or lot is blank");
}

TEST(Contradictions, AreNoneForKindsWhoseFieldsStandAlone) {
    EXPECT_TRUE(contradictions(schema::Patient{}).empty());
    EXPECT_TRUE(contradictions(schema::Application{}).empty());
    EXPECT_TRUE(contradictions(schema::Reading{}).empty());
}

TEST(Contradictions, SayWhereWhatAndWhatToDoForEveryKind) {
    schema::for_each_kind([](const auto& record) {
        for (const auto& problem : contradictions(record)) {
            using Record = std::decay_t<decltype(record)>;
            EXPECT_EQ(problem.where, schema::Description<Record>::noun);
            EXPECT_FALSE(problem.what.empty());
            EXPECT_FALSE(problem.remedy.empty());
        }
    });
}

TEST(Contradictions, OfAScaleAreEachNamed) {
    const schema::Instrument good{
        .code = "severity", .name = "Severity", .high = 1, .step = 0.1, .unit = "{score}"};
    EXPECT_TRUE(contradictions(good).empty());
    const auto faults_with = [&](auto change) {
        auto scale = good;
        change(scale);
        return contradictions(scale).size();
    };
    for (const auto* code : {"", "Severity", "1st", "a b", "x@y", "é"}) {
        EXPECT_EQ(faults_with([&](auto& scale) { scale.code = code; }), 1U) << code;
    }
    EXPECT_EQ(faults_with([](auto& scale) { scale.high = 0; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.step = 0; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.code = "a"; }), 0U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.noise = -1; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.noise = 0.5; }), 0U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.noise_other_rater = -1; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.noise_other_rater = 0; }), 0U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.responder_change = 0; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.responder_from = 0; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.responder_from = 0.5; }), 0U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.high.reset(); }), 0U)
        << "a count has no upper end";
}

}  // namespace
}  // namespace clinical::contradictions_test
