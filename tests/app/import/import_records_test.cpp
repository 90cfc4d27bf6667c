#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import/dry_run.h"
#include "app/tracking/write.h"
#include "tests/app/import/import_example.h"
#include "tests/support/part_text.h"

namespace exchange::import_records_test {
namespace {

using testing::HasSubstr;

class ImportRecords : public ImportTest {
  protected:
    exchange::ImportOptions of_new_patients(std::string kind, std::string_view text) const {
        auto options = rows(std::move(kind), text);
        options.create_patients = true;
        return options;
    }
};

TEST_F(ImportRecords, PatientsWithTranslatedSexesAreNumberedByRow) {
    auto options = rows("patients", "\uFEFFgender,name\r\nذكر,حمدى\r\nأنثى,أحمد\u00A0\r\n");
    options.map = {"patient=#row", "sex=gender"};
    options.values = {"sex:ذكر=male", "sex:أنثى=female"};
    EXPECT_EQ(import(options).records, 2U);
    const auto patients = all<schema::Patient>();
    ASSERT_EQ(patients.size(), 2U);
    EXPECT_EQ(patients[0].chart, "1");
    EXPECT_EQ(patients[0].sex, schema::Sex::male);
    EXPECT_EQ(patients[1].name, "أحمد");
    EXPECT_EQ(patients[1].sex, schema::Sex::female);
}

TEST_F(ImportRecords, OddNamesAreAskedBackAndEmptyOnesAreProblems) {
    auto options =
        rows("patients", "chart,name\n1,--------\n2,\n3,\"  \"\n4,\"\t\"\n5,x\t\n6,a\tb\n");
    const auto problems = refusal(options);
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_THAT(problems[0].what, HasSubstr("implausible: name has no letter"));
    EXPECT_THAT(problems[1].where, HasSubstr(":3: column 2 \"name\""));
    EXPECT_THAT(problems[1].what, HasSubstr("also on lines 4, 5"));
    EXPECT_THAT(problems[2].what, HasSubstr("tab or invisible mark around it"));
    EXPECT_THAT(problems[3].what, HasSubstr("name holds U+0009 at character 2"));
    options = rows("patients", "chart,name\n1,--------\n5,\" x \"\n6,\"y\r\n\"\n");
    options.confirm = {"implausible"};
    import(options);
    EXPECT_EQ(all<schema::Patient>()[0].name, "--------");
    EXPECT_EQ(all<schema::Patient>()[1].name, "x");
    EXPECT_EQ(all<schema::Patient>()[2].name, "y");
}

TEST_F(ImportRecords, APatientNeedsNoName) {
    import(rows("patients", "chart,sex\n1,female\n"));
    EXPECT_FALSE(all<schema::Patient>()[0].name);
}

TEST_F(ImportRecords, AChartIsTakenOnce) {
    import(rows("patients", "chart,sex\nC-1,female\n"));
    const auto problems = refusal(rows("patients", "chart,sex\nC-1,male\nC-2,\nC-2,male\n"));
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_THAT(problems[0].what, HasSubstr("in the book already"));
    EXPECT_THAT(problems[1].what, HasSubstr("also on line 3"));
}

TEST_F(ImportRecords, UnknownPatientsAreProblemsUnlessTheyMayBeCreated) {
    const auto text = "patient,on,iga\nC-9,2024-01-05,3\n";
    EXPECT_EQ(refusal(rows("acne", text))[0].what, "there is no patient \"C-9\"");
    EXPECT_EQ(import(of_new_patients("acne", text)).patients_created, 1U);
    EXPECT_EQ(scores("C-9"), "iga 2024-01-05 3\n");
    expect_whole();
}

TEST_F(ImportRecords, LesionsMayHaveColumnsOfTheirOwn) {
    auto options = of_new_patients(
        "acne", "patient,on,P,Q,rest\nC-1,2024-01-05,3,2,clear\nC-2,2024-01-05,,,clear\n");
    options.map = {"forehead.papules=P", "forehead.pustules=Q"};
    const auto report = import(options);
    const auto seen = all<schema::AcneStatus>();
    EXPECT_EQ(schema::parts_text(seen[0].regions), "forehead:papules=3,pustules=2");
    EXPECT_TRUE(seen[1].regions.empty());
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_THAT(report.warnings[0].what, HasSubstr("forehead.cysts; they are taken as 0"));
}

TEST_F(ImportRecords, ABlankCountBesideOthersIsNotZero) {
    auto options = of_new_patients("acne", "patient,on,P,Q\nC-1,2024-01-05,3,\n");
    options.map = {"forehead.papules=P", "forehead.pustules=Q"};
    EXPECT_EQ(refusal(options)[0].what, "forehead.pustules is empty");
    options.values = {"forehead.pustules:=0"};
    import(options);
    EXPECT_EQ(schema::parts_text(all<schema::AcneStatus>()[0].regions), "forehead:papules=3");
}

TEST_F(ImportRecords, PartsMayStandInOneCell) {
    import(of_new_patients("sessions",
                           "patient,at,device,areas\nC-1,2024-01-05,pen,chin:1.5:4 nose:0.5:2\n"));
    EXPECT_EQ(schema::parts_text(all<schema::Session>()[0].areas), "chin:1.5:4 nose:0.5:2");
    const auto problems = refusal(
        of_new_patients("sessions", "patient,at,device,area\nC-1,2024-01-05,pen,chin:99:4\n"));
    EXPECT_THAT(
        problems[0].what,
        HasSubstr("\"chin:99:4\": depth_mm \"99\" is not a number such as 1.5 from 0.1 to 8"));
}

TEST_F(ImportRecords, AnAreaHasColumnsForDepthAndPasses) {
    auto options = of_new_patients("sessions", "patient,at,device,d,n\nC-1,2024-01-05,pen,1.5,4\n");
    options.map = {"left-cheek.depth-mm=d"};
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("no column is mapped to passes"));
    options.map.emplace_back("left_cheek.passes=n");
    import(options);
    EXPECT_EQ(schema::parts_text(all<schema::Session>()[0].areas), "left_cheek:1.5:4");
}

TEST_F(ImportRecords, ATypeOfScarsHasOneColumn) {
    auto options = of_new_patients("scars", "patient,on,dish_mild,L\nC-1,2024-01-05,25,3\n");
    options.map = {"counts.linear=L"};
    import(options);
    EXPECT_EQ(schema::parts_text(all<schema::ScarObservation>()[0].counts),
              "dish_mild=25 linear=3");
}

TEST_F(ImportRecords, MarksHaveColumnsForTheirItems) {
    auto options = of_new_patients("pigmentation",
                                   "patient,on,kind,s,i,n,A,D\nC-1,2024-01-05,pih,4,6,2,3,2\n");
    options.map = {
        "pahpi.size=s", "pahpi.intensity=i", "pahpi.number=n", "chin.area=A", "chin.darkness=D"};
    import(options);
    const auto seen = all<schema::PigmentationObservation>()[0];
    EXPECT_EQ(seen.pahpi, (schema::Pahpi{4, 6, 2}));
    EXPECT_EQ(schema::parts_text(seen.regions), "chin:3:2");
    EXPECT_EQ(scores("C-1"), "pahpi 2024-01-05 12\n");
}

TEST_F(ImportRecords, AQuestionnaireIsPutTogetherFromItsItems) {
    auto options = of_new_patients("questionnaires",
                                   "patient,Visit,SUM,Q1,Q2,Q3,Q4,Q5\nC-1,Week 4,9,1,2,NA,0,3\n");
    options.map = {
        "on=Visit", "total=SUM", "item1=Q1", "item2=Q2", "item3=Q3", "item4=Q4", "item5=Q5"};
    options.set = {"which=cadi"};
    options.values = {"at:Week 4=4w"};
    options.origin = "2024-01-01";
    options.missing = {"NA"};
    import(options);
    const auto filled = all<schema::Questionnaire>();
    ASSERT_EQ(filled.size(), 1U);
    EXPECT_EQ(filled[0].answers->text(), "1,2,,0,3");
    EXPECT_EQ(filled[0].on.text(), "2024-01-29");
    EXPECT_EQ(filled[0].total, 9);
}

TEST_F(ImportRecords, SaysHowManyRecordedTotalsAreNotTheSumOfTheirItems) {
    auto options = of_new_patients("questionnaires",
                                   "patient,on,which,answers,total\n"
                                   "C-1,2024-01-01,cadi,\"1,2,0,0,3\",6\n"
                                   "C-2,2024-01-01,cadi,\"1,2,0,0,3\",7\n"
                                   "C-3,2024-01-01,cadi,,7\n");
    const auto report = import(options);
    EXPECT_EQ(report.totals_compared, 2U);
    EXPECT_EQ(report.totals_differing, 1U);
    EXPECT_EQ(exchange::import_sentence(report),
              "imported 3 questionnaires; 3 patients were added; 1 of 2 recorded totals differ "
              "from the sum of their items: both are kept");
    EXPECT_EQ(all<schema::Questionnaire>()[1].total, 7);
}

TEST_F(ImportRecords, PartialDatesStayPartialWhereTheRecordAllowsIt) {
    import(of_new_patients("events",
                           "patient,kind,severity,onset,resolved\nC-1,milia,1,2012-02,\n"
                           "C-1,burn,2,2003,2003-05-01\n"));
    EXPECT_EQ(all<schema::AdverseEvent>()[0].onset->text(), "2012-02");
    EXPECT_FALSE(all<schema::AdverseEvent>()[0].resolved);
    EXPECT_EQ(all<schema::AdverseEvent>()[1].onset->text(), "2003");
}

TEST_F(ImportRecords, ASpreadsheetsMidnightIsADay) {
    import(rows("patients", "chart,born\n1,1990-05-01 00:00:00\n"));
    EXPECT_EQ(all<schema::Patient>()[0].born->text(), "1990-05-01");
    EXPECT_EQ(refusal(rows("patients", "chart,born\n2,1990-05-01 10:00\n")).size(), 1U);
}

TEST_F(ImportRecords, WhatCannotBeTrueIsAProblemOfItsRow) {
    const auto problems = refusal(of_new_patients("courses",
                                                  "patient,concern,sessions,every,on,ended\n"
                                                  "C-1,acne_scars,4,4w,2024-02-01,2024-01-01\n"));
    EXPECT_THAT(problems[0].where, HasSubstr(":2"));
    EXPECT_THAT(problems[0].what, HasSubstr("is before"));
}

TEST_F(ImportRecords, AReadingOffItsScaleIsFoundBeforeWriting) {
    const auto problems =
        refusal(of_new_patients("readings", "patient,on,what,value\nC-1,2024-01-05,tewl,-5\n"));
    EXPECT_THAT(problems[0].where, HasSubstr(":2"));
    EXPECT_THAT(problems[0].what, HasSubstr("tewl"));
}

TEST_F(ImportRecords, AnIdMustBeOfTheSamePatient) {
    import(of_new_patients("sessions", "patient,at,device,areas\nC-1,2024-01-05,pen,chin:1:1\n"));
    const auto events = [&](const char* row) {
        return of_new_patients("events",
                               std::string("patient,session,kind,severity\n") + row + "\n");
    };
    EXPECT_THAT(refusal(events("C-2,1,milia,1"))[0].what, HasSubstr("another patient's"));
    EXPECT_THAT(refusal(events("C-1,7,milia,1"))[0].what, HasSubstr("not in the book"));
    import(events("C-1,1,milia,1"));
}

TEST_F(ImportRecords, ScalesOfTheClinicsOwnMayBeImported) {
    import(rows("instruments", "code,name,low,high,unit,better\nwarts,Warts,0,,{warts},lower\n"));
    EXPECT_FALSE(db::find_instrument(book, "warts")->built_in);
    const auto problems = refusal(rows(
        "instruments", "code,name,low,high,unit,better\nwarts,W,0,,x,lower\nNo,N,0,0,x,lower\n"));
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_THAT(problems[0].what, HasSubstr("already an instrument"));
    EXPECT_THAT(problems[1].what, HasSubstr("not a code"));
    EXPECT_THAT(problems[2].what, HasSubstr("range 0 to 0 is empty"));
}

TEST_F(ImportRecords, OneTagHasOneValue) {
    EXPECT_EQ(import(of_new_patients("tags", "patient,key,value\n1,arm,A\n2,arm,B\n")).records, 2U);
    EXPECT_THAT(refusal(of_new_patients("tags", "patient,key,value\n3,arm,A\n3,arm,B\n"))[0].what,
                HasSubstr("an earlier row says \"A\""));
}

TEST_F(ImportRecords, EveryImportIsOneLedgerEntryAndRepeatsNothingUnderItsKey) {
    const auto options = of_new_patients("acne", "patient,on,iga\nC-9,2024-01-05,3\n");
    const db::Submission once{.actor = "nurse", .action = "", .key = "k1"};
    EXPECT_FALSE(exchange::import_file(book, once, options, {}).repeated);
    const auto again = exchange::import_file(book, once, options, {});
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.records, 1U);
    EXPECT_EQ(all<schema::AcneStatus>().size(), 1U);
}

// Runs `meanwhile` between the reading of the file and its turn to write, once.
class ImportMeanwhile : public ImportTest {
  protected:
    exchange::ImportReport import_while(const exchange::ImportOptions& options,
                                        const std::function<void()>& meanwhile) {
        bool done = false;
        return exchange::import_file(
            book, {.actor = "nurse", .action = "import"}, options, {}, [&](const auto& write) {
                if (!std::exchange(done, true)) {
                    meanwhile();
                }
                ++turns;
                write();
            });
    }
    void record(const std::string& chart) {
        schema::Patient patient;
        patient.chart = chart;
        tracking::record(other, {.actor = "nurse", .action = "patient add"}, patient);
    }

    int turns = 0;
    db::Book other = db::Book::open(book.file());
};

TEST_F(ImportMeanwhile, TakesItsTurnOnceWhenOthersWriteOfOtherPatients) {
    auto options = rows("scores", "patient,at,iga\nC-1,2024-01-05,3\n");
    options.create_patients = true;
    EXPECT_EQ(import_while(options, [&] { record("C-2"); }).records, 1U);
    EXPECT_EQ(turns, 1);
}

TEST_F(ImportMeanwhile, JudgesItsRowsAnewByWhatWasWritten) {
    auto options = rows("scores", "patient,at,iga\nC-1,2024-01-05,3\n");
    options.create_patients = true;
    const auto report = import_while(options, [&] { record("C-1"); });
    EXPECT_EQ(report.records, 1U);
    EXPECT_EQ(report.patients_created, 0U);
    EXPECT_EQ(turns, 2);
}

TEST_F(ImportMeanwhile, RefusesWhatBecameWrong) {
    const auto options = rows("patients", "chart,sex\nC-1,female\n");
    EXPECT_THROW(import_while(options, [&] { record("C-1"); }), schema::Error);
    EXPECT_EQ(turns, 1);
    EXPECT_TRUE(db::find_patient(book, "C-1"));
}

}  // namespace
}  // namespace exchange::import_records_test
