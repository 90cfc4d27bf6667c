// Cells in the words of clinics and of other programs.

#include <gmock/gmock.h>

#include "app/import/cell_synonyms.h"
#include "app/import/dry_run.h"
#include "schema/kinds/kinds.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_words_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const kinds::Field& field(std::string_view kind, std::string_view name) {
    return *kinds::named(kind).field(name);
}

TEST(CellSynonyms, AreWordsOfTheirFieldInThreeLanguages) {
    const struct {
        const char* kind;
        const char* name;
        const char* cell;
        const char* word;
    } cases[] = {
        {"patient", "sex", "F", "female"},
        {"patient", "sex", "Female", "female"},
        {"patient", "sex", "Féminin", "female"},
        {"patient", "sex", "أنثى", "female"},
        {"patient", "sex", "انثي", "female"},
        {"patient", "sex", "M", "male"},
        {"patient", "sex", "ذكر", "male"},
        {"patient", "fitzpatrick", "3", "III"},
        {"patient", "fitzpatrick", "٣", "III"},
        {"patient", "fitzpatrick", "iv", "IV"},
        {"patient", "fitzpatrick", "Type IV", "IV"},
        {"patient", "fitzpatrick", "skin type 4", "IV"},
        {"patient", "fitzpatrick", "FST-2", "II"},
        {"reading", "region", "L cheek", "left_cheek"},
        {"reading", "region", "Left-Cheek", "left_cheek"},
        {"reading", "region", "Joue gauche", "left_cheek"},
        {"reading", "region", "الخد الأيسر", "left_cheek"},
        {"reading", "region", "Front", "forehead"},
        {"event", "kind", "redness", "erythema"},
        {"event", "kind", "APPLICATION SITE ERYTHEMA", "erythema"},
        {"event", "kind", "Application site pruritus", "itch"},
        {"event", "kind", "حكة", "itch"},
        {"event", "severity", "MILD", "1"},
        {"event", "severity", "modérée", "2"},
        {"event", "severity", "شديد", "3"},
        {"event", "severity", "Grade 2", "2"},
    };
    for (const auto& [kind, name, cell, word] : cases) {
        SCOPED_TRACE(cell);
        EXPECT_EQ(word_for(field(kind, name), cell).value_or(""), word);
    }
}

TEST(CellSynonyms, AreNoGuesses) {
    EXPECT_FALSE(word_for(field("patient", "sex"), "fem"));
    EXPECT_FALSE(word_for(field("patient", "fitzpatrick"), "7"));
    EXPECT_FALSE(word_for(field("patient", "fitzpatrick"), "III-IV"));
    EXPECT_FALSE(word_for(field("reading", "region"), "cheek"));
    EXPECT_FALSE(word_for(field("event", "kind"), "headache"));
    EXPECT_FALSE(word_for(field("event", "severity"), "very severe"));
    EXPECT_FALSE(word_for(field("patient", "sex"), ""));
}

class ImportWords : public ImportTest {};

TEST_F(ImportWords, AreUnderstoodAndSaid) {
    const auto report = import(rows("patients",
                                    "chart,sex,fitzpatrick\n1,F,3\n2,Male,IV\n3,Female,iii\n"
                                    "4,F,skin type 4\n5,female,II\n"));
    const auto patients = all<schema::Patient>();
    EXPECT_EQ(patients[0].sex, schema::Sex::female);
    EXPECT_EQ(patients[1].sex, schema::Sex::male);
    EXPECT_EQ(patients[3].fitzpatrick, schema::Fitzpatrick::IV);
    EXPECT_THAT(read_as_text(report), HasSubstr("sex F as female in 2 rows"));
    EXPECT_THAT(read_as_text(report), HasSubstr("fitzpatrick iii as III in 1 row"));
    EXPECT_THAT(report.read_as, SizeIs(6)) << "exact words are not told";
    EXPECT_EQ(import_report_json(report)["read_as"].size(), 6U);
}

TEST_F(ImportWords, ThatAreNotUnderstoodAreAskedWithTheChoices) {
    auto options = rows("patients", "chart,sex\n1,x\n2,x\n3,F\n");
    options.dry_run = true;
    const auto report = import(options);
    ASSERT_THAT(report.asked, SizeIs(1));
    EXPECT_EQ(report.asked[0].field, "sex");
    EXPECT_EQ(report.asked[0].column, "column 2 \"sex\"");
    EXPECT_EQ(report.asked[0].cell, "x");
    EXPECT_EQ(report.asked[0].rows, 2U);
    EXPECT_THAT(report.asked[0].choices, ElementsAre("female", "male", "other"));
    ASSERT_THAT(report.problems, SizeIs(1));
    EXPECT_THAT(report.problems[0].what, HasSubstr("also on line 3"));
    EXPECT_EQ(dry_run_json(report)["problems"][0]["rows"], 2);
    EXPECT_EQ(dry_run_json(report)["asked"][0]["cell"], "x");
}

// The shape: CDISC SDTM AE.
TEST_F(ImportWords, OfSideEffectsHaveARestThatKeepsTheCellAsTheNote) {
    import(rows("patients", "chart\nS1\n"));
    auto options = rows("events",
                        "patient,term,severity,onset\nS1,APPLICATION SITE ERYTHEMA,MILD,2013-05\n"
                        "S1,HEADACHE,SEVERE,2012\n");
    options.map = {"kind=term"};
    EXPECT_EQ(refusal(options).size(), 1U) << "nothing is guessed";
    options.values = {"kind:*=other"};
    import(options);
    const auto events = all<schema::AdverseEvent>();
    ASSERT_THAT(events, SizeIs(2));
    EXPECT_EQ(events[0].kind, schema::EventKind::erythema);
    EXPECT_EQ(events[0].severity, 1);
    EXPECT_FALSE(events[0].note);
    EXPECT_EQ(events[1].kind, schema::EventKind::other);
    EXPECT_EQ(events[1].severity, 3);
    EXPECT_EQ(events[1].note, "HEADACHE");
}

TEST_F(ImportWords, MayBeGradesOfAScaleByName) {
    auto options =
        rows("scores",
             "patient,at,pgic,iga\nA,2024-04-01,much_improved,\nA,2024-04-02,,moderate\n"
             "A,2024-04-03,,3 (moderate)\nA,2024-04-04,,Grade 2\nA,2024-04-05,,modérée\n");
    options.create_patients = true;
    const auto report = import(options);
    EXPECT_THAT(scores("A"), HasSubstr("iga 2024-04-02 3\niga 2024-04-03 3\niga 2024-04-04 2\n"));
    EXPECT_THAT(scores("A"), HasSubstr("iga 2024-04-05 3\n"));
    EXPECT_EQ(report.records, 5U);
    auto contradictory = rows("scores", "patient,at,iga\nA,2024-05-01,2 (moderate)\n");
    contradictory.dry_run = true;
    const auto asked = import(contradictory).asked;
    ASSERT_THAT(asked, SizeIs(1));
    EXPECT_EQ(asked[0].choices.size(), 5U);
}

TEST_F(ImportWords, OfInstrumentsAndRegionsMayBeInAnyCase) {
    auto options =
        rows("scores", "patient,at,instrument,region,value\nA,2024-04-01,TEWL,L cheek,12\n");
    options.create_patients = true;
    import(options);
    EXPECT_EQ(scores("A"), "tewl@left_cheek 2024-04-01 12\n");
}

TEST_F(ImportWords, BesideNumbersAreProblemsWithTheirReason) {
    auto options = rows("scores", "patient,at,iga,hydration\nA,2024-04-01,3/4,<5\n");
    options.create_patients = true;
    options.map = {"iga=iga", "hydration=hydration"};
    const auto problems = refusal(options);
    ASSERT_THAT(problems, SizeIs(2));
    EXPECT_EQ(problems[0].what, "iga: \"3/4\" is one of two values");
    EXPECT_EQ(problems[0].remedy,
              "say which number it stands for, --values 'iga:3/4=NUMBER', or that it is none, "
              "--missing '3/4'");
    EXPECT_EQ(problems[1].what, "hydration: \"<5\" is a bound, not a value");
}

class ToldValues : public ImportTest {
  protected:
    exchange::ImportOptions visits() const {
        auto options = rows("scores", "patient,visit,iga\n1,0,2\n1,1,2\n2,0,2\n");
        options.create_patients = true;
        options.map = {"at=visit", "iga=iga"};
        options.origin = "2024-01-31";
        return options;
    }
};

TEST_F(ToldValues, ThatTheirFieldCannotTakeAreTheFaultOfTheOptionOnce) {
    auto options = visits();
    options.values = {"at:0=0", "at:1=1m"};
    try {
        import(options);
        ADD_FAILURE() << "was not refused";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.fault(), schema::Fault::misused);
        ASSERT_THAT(error.problems(), SizeIs(1));
        EXPECT_EQ(error.problems()[0].where, "--values at:0=0");
        EXPECT_EQ(error.problems()[0].what, "\"0\" has no unit");
        EXPECT_THAT(error.problems()[0].remedy, HasSubstr("0d"));
    }
    options.values = {"at:0=0d", "at:1=1m"};
    import(options);
    EXPECT_EQ(scores("1"), "iga 2024-01-31 2\niga 2024-02-29 2\n");
}

TEST_F(ToldValues, WithoutAUnitBehindAScaleAreNamed) {
    auto options = visits();
    options.map = {"iga@0=iga"};
    try {
        import(options);
        ADD_FAILURE() << "was not refused";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.problems()[0].what, "\"iga@0\" has an offset without a unit");
        EXPECT_THAT(error.problems()[0].remedy, HasSubstr("iga@0d"));
    }
}

TEST_F(ToldValues, ThatMeetNoCellAreWarnings) {
    auto options = visits();
    options.values = {"at:0=0d", "at:1=1m", "iga:NN=2"};
    options.missing = {"XX"};
    options.map.emplace_back("hydration=iga");
    const auto warnings = import(options).warnings;
    ASSERT_THAT(warnings, SizeIs(3));
    EXPECT_EQ(warnings[0].what, "no cell of iga is \"NN\"");
    EXPECT_EQ(warnings[1].what, "no cell is \"XX\"");
    EXPECT_EQ(warnings[2].what, "is taken both for iga and for hydration");
}

TEST_F(ToldValues, ThatMeetACellAreNot) {
    auto options = visits();
    options.values = {"at:0=0d", "at:1=1m", "iga:2=3"};
    EXPECT_THAT(import(options).warnings, IsEmpty());
}

TEST(CellSynonyms, NameScarsAsClinicsDo) {
    const auto& type = kinds::named("scars").parts->fields.front();
    for (const auto* cell : {"Ice-pick", "icepick", "ice pick scars", "V-shaped"}) {
        EXPECT_EQ(word_for(type, cell), "ecca_v") << cell;
    }
    for (const auto* cell : {"Boxcar", "box car scars", "U"}) {
        EXPECT_EQ(word_for(type, cell), "ecca_u") << cell;
    }
    for (const auto* cell : {"Rolling", "rolling scars", "متموجة"}) {
        EXPECT_EQ(word_for(type, cell), "ecca_m") << cell;
    }
    EXPECT_FALSE(word_for(type, "atrophic"));
}

class ImportGradesOfRecords : public ImportTest {};

TEST_F(ImportGradesOfRecords, TakeTheNameOfTheGradeAndSayIt) {
    auto options = rows("acne",
                        "patient,on,iga\nA,2026-03-01,moderate\nA,2026-03-02,3 (moderate)\n"
                        "A,2026-03-03,Almost clear\nA,2026-03-04,léger\nA,2026-03-05,Grade 2\n");
    options.create_patients = true;
    options.dry_run = true;
    const auto report = import(options);
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_THAT(read_as_text(report),
                HasSubstr("read iga 3 (moderate) as 3 in 1 row, iga Almost clear as 1 in 1 row, "
                          "iga Grade 2 as 2 in 1 row, iga léger as 2 in 1 row, "
                          "iga moderate as 3 in 1 row"));
}

TEST_F(ImportGradesOfRecords, TakeTheNameOfTheScaleBeforeTheGrade) {
    auto options = rows("acne", "patient,on,iga\nA,2026-03-01,IGA 2\nA,2026-03-02,iga: 3\n");
    options.create_patients = true;
    import(options);
    const auto records = all<schema::AcneStatus>();
    ASSERT_THAT(records, SizeIs(2));
    EXPECT_EQ(records[0].iga, 2);
    EXPECT_EQ(records[1].iga, 3);
    auto doubtful = rows("acne", "patient,on,iga\nA,2026-04-01,IGA 2/3\nA,2026-04-02,PGA 2\n");
    EXPECT_THAT(refusal(doubtful), SizeIs(2));
}

TEST_F(ImportGradesOfRecords, RefuseANameThatIsNoneOfTheScaleAndOneThatContradictsItsNumber) {
    auto options = rows("acne",
                        "patient,on,iga\nA,2026-03-01,terrible\nA,2026-03-02,2 (severe)\n"
                        "A,2026-03-03,3/4\n");
    options.create_patients = true;
    EXPECT_THAT(refusal(options), SizeIs(3));
}

}  // namespace
}  // namespace exchange::import_words_test
