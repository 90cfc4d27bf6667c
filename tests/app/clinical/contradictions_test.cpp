#include "app/clinical/contradictions.h"

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

#include "schema/records/part_text.h"

namespace clinical {
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
              (std::vector<Problem>{{.where = "course",
                                     .what = "ended 2026-01-04 is before on 2026-01-05",
                                     .remedy = "correct ended or on"}}));
}

schema::Session session() {
    schema::Session record;
    record.at = schema::CivilTime::read("2026-01-05T10:30").value();
    record.areas = {{.region = Region::left_cheek, .depth_mm = 1.5, .passes = 4}};
    return record;
}

TEST(Contradictions, OfASessionAcceptACartridgeOnItsLastDayAndADeviceWithoutEnergy) {
    auto record = session();
    record.lot_expiry = day("2026-01-05");
    record.device = schema::Device::rf_insulated;
    EXPECT_TRUE(contradictions(record).empty());
}

TEST(Contradictions, OfASessionRefuseAnExpiredCartridge) {
    auto record = session();
    record.lot_expiry = day("2026-01-04");
    const auto problems = contradictions(record);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].what, "lot_expiry 2026-01-04 is before at 2026-01-05T10:30");
}

TEST(Contradictions, OfASessionRefuseOneWithoutAnArea) {
    auto record = session();
    record.areas.clear();
    record.lot_expiry = day("2025-12-31");
    EXPECT_EQ(contradictions(record).size(), 2u);  // all the problems, not the first
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

TEST(Contradictions, OfScarsAcceptAGradeOrCountsAndAKeloidsArea) {
    schema::ScarObservation seen;
    seen.goodman_baron_grade = 0;
    EXPECT_TRUE(contradictions(seen).empty());
    seen.goodman_baron_grade.reset();
    seen.counts = {{schema::ScarType::keloidal_cm2, 4.5}, {schema::ScarType::dish_mild, 25}};
    EXPECT_TRUE(contradictions(seen).empty());
}

TEST(Contradictions, OfScarsRefuseHalfAScarAndAnEmptyRecord) {
    EXPECT_EQ(contradictions(schema::ScarObservation{}).size(), 1u);
    schema::ScarObservation seen;
    seen.counts = {{schema::ScarType::dish_mild, 2.5}, {schema::ScarType::ecca_v, 0.5}};
    const auto problems = contradictions(seen);
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems[0].what, "dish_mild=2.5: scars are counted whole");
}

TEST(Contradictions, OfScarsAcceptItemsAlone) {
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
    seen.goodman_baron = schema::Text<schema::GoodmanBaron>::read(row.answers);
    seen.counts = row.counts;
    return seen;
}

TEST(Contradictions, OfScarsAcceptAGradeThatItsAnswersAllow) {
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

TEST(Contradictions, OfScarsAskAboutAGradeThatItsAnswersRuleOut) {
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
    EXPECT_EQ(faults_with([](auto& scale) { scale.responder_change = 0; }), 1U);
    EXPECT_EQ(faults_with([](auto& scale) { scale.high.reset(); }), 0U)
        << "a count has no upper end";
}

}  // namespace
}  // namespace clinical
