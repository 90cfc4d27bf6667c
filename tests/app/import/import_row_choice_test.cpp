// Which rows of a file are read, which are passed over, and what their blank cells say.

#include <gmock/gmock.h>

#include "app/import/dry_run.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_row_choice_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ImportRowChoice : public ImportTest {
  protected:
    exchange::ImportOptions rows_of(std::string kind,
                                    std::string_view text,
                                    std::vector<std::string> map = {}) const {
        auto options = rows(std::move(kind), text);
        options.create_patients = true;
        options.map = std::move(map);
        return options;
    }
};

// Several kinds of row for each person: github.com/OuhscBbmc/REDCapR, vignette-repeating.
constexpr std::string_view repeating =
    "record_id,redcap_repeat_instrument,redcap_repeat_instance,name,dob,sex,visit_date,iga\n"
    "1,,,Mona Adel,1990-01-02,0,,\n"
    "1,visit,1,,,,2026-01-05,3\n"
    "1,visit,2,,,,2026-02-05,2\n"
    "2,,,Sara Nabil,1991-01-02,0,,\n"
    "2,visit,1,,,,2026-01-06,4\n"
    "2,visit,2,,,,2026-02-06,\n";

TEST_F(ImportRowChoice, RowsThatHoldNothingForTheKindArePassedOverAndCounted) {
    auto people = rows_of("patients", repeating, {"chart=record_id", "born=dob"});
    people.create_patients = false;
    people.values = {"sex:0=female"};
    const auto patients = import(people);
    EXPECT_EQ(patients.records, 2U);
    EXPECT_EQ(import_sentence(patients), "imported 2 patients; 4 rows hold no patient");
    const auto visits =
        import(rows_of("scores", repeating, {"patient=record_id", "at=visit_date", "iga=iga"}));
    EXPECT_EQ(visits.records, 3U);
    EXPECT_EQ(import_sentence(visits),
              "imported 3 scores; 3 rows hold no score, 1 of them with a date");
    expect_whole();
}

TEST_F(ImportRowChoice, OfAPatientsFurtherRowsOnlyThoseThatDifferAreAProblem) {
    const std::string head = "chart,name,sex,telephone\nA1,Mona Adel,female,\n";
    const auto again = import(rows_of("patients", head + "A1,Mona Adel,female,\nA1,Mona Adel,,\n"));
    EXPECT_EQ(again.records, 1U);
    EXPECT_EQ(again.rows_said_before, 2U);
    const auto other =
        refusal(rows_of("patients", "chart,name,sex\nB1,Mona,female\nB1,Mona,male\n"));
    ASSERT_EQ(other.size(), 1U);
    EXPECT_THAT(other[0].what, HasSubstr("chart \"B1\" is also on line 2"));
    // The first row of a new patient says that there is one, and lacks the name.
    EXPECT_EQ(refusal(rows_of("patients", "chart,name\nB1,\n"))[0].what, "the name is empty");
    EXPECT_EQ(import(rows_of("patients", "chart,sex\nB1,\n")).records, 1U);
}

TEST_F(ImportRowChoice, AVisitAtWhichNoFormWasFilledInIsCountedAndNoProblem) {
    auto forms = rows_of("questionnaires", "patient,on,total\nA,2020-01-01,14\nA,2020-04-22,\n");
    forms.set = {"which=dlqi"};
    const auto report = import(forms);
    EXPECT_EQ(report.records, 1U);
    EXPECT_EQ(report.rows_without_value, 1U);
    EXPECT_EQ(report.visits_without_value, 1U);
    // What happened at a time is said by the time alone, and what it lacks is told.
    auto events = rows_of("events", "patient,onset,severity\nA,2020-01-02,\nA,,\n");
    events.set = {"kind=erythema"};
    const auto problems = refusal(events);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].where, HasSubstr(":2"));
}

TEST_F(ImportRowChoice, ARowThatIsPassedOverStillNamesItsPatient) {
    auto forms = rows_of("questionnaires", "patient,on,total\nZ9,2020-04-22,\n");
    forms.set = {"which=dlqi"};
    forms.create_patients = false;
    EXPECT_THAT(refusal(forms)[0].what, HasSubstr("there is no patient \"Z9\""));
}

// Several kinds of entry in one diary, as Flaredown exports them.
TEST_F(ImportRowChoice, OnlyTheRowsWhoseCellIsWhatWasSaidAreRead) {
    add_scale("itch", 0, 4);
    auto diary = rows_of("scores",
                         "user,day,kind,name,value\nU1,2015-11-26,Symptom,Itch,3\n"
                         "U1,2015-11-26,Weather,icon,rain\nU1,2015-11-27, Symptom,Itch,2\n"
                         "U1,2015-11-28,Sign,Itch,1\n",
                         {"patient=user", "at=day", "instrument=name", "value=value"});
    diary.values = {"instrument:Itch=itch"};
    diary.only = {"kind=Symptom"};
    diary.dry_run = true;
    EXPECT_EQ(import(diary).records, 2U);
    diary.dry_run = false;
    diary.only = {"kind=Symptom", "kind=Sign", "user=U1"};
    const auto report = import(diary);
    EXPECT_EQ(report.records, 3U);
    EXPECT_EQ(report.rows_not_chosen, 1U);
    EXPECT_THAT(import_sentence(report), HasSubstr("1 row was left out by --only"));
    diary.only = {"sort=Symptom"};
    EXPECT_THAT(refusal(diary)[0].what, HasSubstr("no column has the header \"sort\""));
    diary.only = {"Symptom"};
    EXPECT_THAT(refusal(diary)[0].what, HasSubstr("no column before ="));
}

TEST_F(ImportRowChoice, ABlankCellSaysWhatStandsAboveOnlyWhereThatIsAsked) {
    const std::string text =
        "patient,at,iga,tewl\nA,2024-01-05,3,8\n,,2,\nB,2024-02-05,1,9\n ,,,7\n";
    EXPECT_FALSE(refusal(rows_of("scores", text)).empty());
    auto filled = rows_of("scores", text);
    filled.fill_down = {"chart", "at"};
    const auto report = import(filled);
    EXPECT_EQ(report.cells_filled_down, 4U);
    EXPECT_THAT(import_sentence(report), HasSubstr("4 blank cells took what stands above"));
    EXPECT_EQ(scores("A"), "iga 2024-01-05 3\niga 2024-01-05 2\ntewl 2024-01-05 8\n");
    EXPECT_EQ(scores("B"), "iga 2024-02-05 1\ntewl 2024-02-05 9\ntewl 2024-02-05 7\n");
    filled.fill_down = {"region"};
    EXPECT_THAT(refusal(filled)[0].what, HasSubstr("no column is mapped to \"region\""));
}

TEST_F(ImportRowChoice, AColumnThatIsIgnoredIsTakenByNoField) {
    const std::string text = "patient,at,iga,hydration\nA,2024-01-05,3,55\n";
    EXPECT_TRUE(import(rows_of("scores", text)).taken_by_name.empty());
    auto options = rows_of("scores", "patient,at,iga,hydration\nB,2024-01-05,3,x\n");
    EXPECT_FALSE(refusal(options).empty());
    options.ignore = {"hydration"};
    EXPECT_EQ(import(options).records, 1U);
    options.ignore = {"humidity"};
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("no column has the header \"humidity\""));

    const auto told =
        import(rows_of("scores", "patient,at,Grade\nC,2024-01-05,3\n", {"iga=Grade"}));
    EXPECT_THAT(told.taken_by_name, ElementsAre("patient", "at"));
    EXPECT_EQ(taken_by_name_text(told),
              "also took patient, at by name; --ignore leaves a column out\n");
}

}  // namespace
}  // namespace exchange::import_row_choice_test
