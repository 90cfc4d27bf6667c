#include "app/import/proposal/proposal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/import/import_request.h"
#include "app/import/proposal/proposal_json.h"
#include "tests/app/import/import_example.h"

namespace exchange::proposal_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ProposalTest : public ImportTest {
  protected:
    Proposal propose(std::string_view text, ImportOptions told = {}) {
        told.file = rows("", text).file;
        const auto before = db::content_of(book).hash;
        auto proposal = propose_import(book, {.actor = "nurse"}, told, {});
        EXPECT_EQ(db::content_of(book).hash, before);
        return proposal;
    }

    // "Chart No=chart Colour=": what each column is.
    static std::vector<std::string> mapping(const Proposal& proposal) {
        std::vector<std::string> list;
        for (const auto& column : proposal.columns) {
            list.push_back(column.header + "=" + column.field);
        }
        return list;
    }

    static std::string open(const Proposal& proposal) {
        std::string text;
        for (const auto& problem : proposal.open) {
            text += problem.where + ": " + problem.what + " | " + problem.remedy + "\n";
        }
        return text;
    }
};

TEST_F(ProposalTest, APatientListIsUnderstoodByItsHeaders) {
    const auto proposal = propose(
        "Chart No,Full name,DOB,Gender,Skin,Colour\n"
        "1001,Huda Saleh,14/03/1994,female,IV,red\n1002,Omar Ali,02/04/1990,male,III,blue\n");
    EXPECT_EQ(proposal.kind, "patients");
    EXPECT_THAT(mapping(proposal),
                ElementsAre("Chart No=chart",
                            "Full name=name",
                            "DOB=born",
                            "Gender=sex",
                            "Skin=fitzpatrick",
                            "Colour="));
    EXPECT_THAT(proposal.columns[0].samples, ElementsAre("1001", "1002"));
    EXPECT_FALSE(proposal.is_open()) << open(proposal);
    EXPECT_THAT(proposal.report.problems, IsEmpty());
    EXPECT_EQ(proposal.report.records, 2U);
    const auto stored =
        import_file(book, {.actor = "nurse", .action = "import"}, proposal.options, {});
    EXPECT_EQ(stored.records, 2U);
    const auto second = db::find_patient(book, "1002");
    ASSERT_TRUE(second && second->born);
    EXPECT_EQ(second->born->text(), "1990-04-02");  // by 14/03 above it
    EXPECT_EQ(second->fitzpatrick, schema::Fitzpatrick::III);
}

TEST_F(ProposalTest, TheOrderOfDatesIsTakenFromOneThatProvesItAndSaid) {
    const auto one = propose("Chart,Name,DOB\n1,A B,14/03/1994\n2,C D,02/04/1990\n");
    EXPECT_EQ(one.options.dates, "dmy");
    EXPECT_THAT(one.reasons, ElementsAre(HasSubstr("line 2")));
    const auto none = propose("Chart,Name,DOB\n1,A B,01/03/1994\n2,C D,02/04/1990\n");
    EXPECT_FALSE(none.options.dates);
    EXPECT_EQ(none.report.rows_rejected, 2U);  // never guessed
    const auto both = propose("Chart,Name,DOB\n1,A B,14/03/1994\n2,C D,04/22/1990\n3,E F,1/2/90\n");
    EXPECT_FALSE(both.options.dates);
}

TEST_F(ProposalTest, ScoresAreValuesOfInstrumentsNotAnExamination) {
    const auto proposal = propose("Chart,Visit date,IGA\nC-1,2024-01-05,3\n");
    EXPECT_EQ(proposal.kind, "scores");
    EXPECT_THAT(mapping(proposal), ElementsAre("Chart=patient", "Visit date=at", "IGA=iga"));
    EXPECT_EQ(proposal.report.rows_rejected, 1U);  // C-1 is not known
    ImportOptions told;
    told.create_patients = true;
    EXPECT_EQ(propose("Chart,Visit date,IGA\nC-1,2024-01-05,3\n", told).report.records, 1U);
}

TEST_F(ProposalTest, MoreThanTheValueOfAnInstrumentIsAnExamination) {
    const auto proposal =
        propose("Chart,Date,IGA,Forehead papules,Rater\nC-1,2024-01-05,3,4,Mona\n");
    EXPECT_EQ(proposal.kind, "acne");
}

TEST_F(ProposalTest, ARegionWithoutNumbersIsNoExamination) {
    const auto proposal = propose("Chart,Date,Area,Severity\nC1,2026-01-05,Chin,mild\n");
    EXPECT_EQ(proposal.kind, "");
    EXPECT_THAT(open(proposal), HasSubstr("acne (3, without numbers of regions)"));
    EXPECT_EQ(propose("Chart,Date,Area,Papules\nC1,2026-01-05,Chin,3\n").kind, "acne");
    EXPECT_EQ(propose("Chart,Date,Area,Device\nC1,2026-01-05,chin:1.5:4,pen\n").kind, "sessions");
}

TEST_F(ProposalTest, ScarsMayStandOneTypeARow) {
    const auto proposal =
        propose("Chart,Date,Scar type,Count\nC1,2026-01-05,boxcar,3\nC1,2026-01-05,ice-pick,5\n");
    EXPECT_EQ(proposal.kind, "scars");
    EXPECT_THAT(mapping(proposal),
                ElementsAre("Chart=patient", "Date=on", "Scar type=counts", "Count=amount"));
}

TEST_F(ProposalTest, APatientBesideAChartNumberIsTheNameWhereItHoldsNames) {
    EXPECT_THAT(mapping(propose("Chart No,Patient,DOB\n77,Huda Saleh,1994-03-14\n")),
                ElementsAre("Chart No=chart", "Patient=name", "DOB=born"));
    EXPECT_THAT(mapping(propose("Patient,File No,Date,IGA\nHuda Saleh,77,2026-01-05,3\n")),
                ElementsAre("Patient=", "File No=patient", "Date=at", "IGA=iga"));
    const auto numbers = propose("Chart No,Patient,DOB\n77,7001,1994-03-14\n");
    EXPECT_THAT(open(numbers), HasSubstr("can all be chart"));
}

TEST_F(ProposalTest, OfAFileWithoutRowsSaysSo) {
    EXPECT_THAT(open(propose("")), HasSubstr("holds no row at all"));
    EXPECT_THAT(open(propose("Chart,Date,IGA\n")), HasSubstr("headers and no row below them"));
}

TEST_F(ProposalTest, FilesOfCdiscAreUnderstoodByTheirNames) {
    EXPECT_THAT(
        mapping(propose("USUBJID,QSTESTCD,QSDTC,QSSTRESN\nC1,IGA,2026-01-05,3\n")),
        ElementsAre("USUBJID=patient", "QSTESTCD=instrument", "QSDTC=at", "QSSTRESN=value"));
    EXPECT_EQ(
        propose("USUBJID,AETERM,AEDECOD,AESTDTC,AESEV\nC1,red,Erythema,2026-01-05,MILD\n").kind,
        "events");
}

TEST_F(ProposalTest, ABlankChartIsToldHowToTakeWhatStandsAbove) {
    const auto proposal = propose("Chart,Date,IGA\n,2026-01-05,3\n");
    ASSERT_THAT(proposal.report.problems, testing::SizeIs(1));
    EXPECT_THAT(proposal.report.problems[0].remedy, HasSubstr("--fill-down patient"));
}

TEST_F(ProposalTest, AFileThatMayBeTwoKindsAsksWhichAndListsThem) {
    const auto proposal = propose("Chart,Name,DOB,Visit date,IGA\nC-1,A B,1990,2024-01-05,3\n");
    EXPECT_EQ(proposal.kind, "");
    EXPECT_TRUE(proposal.is_open());
    EXPECT_THAT(open(proposal), HasSubstr("what the rows are is open"));
    EXPECT_THAT(open(proposal), HasSubstr("patients (3 columns), scores (3 columns)"));
    EXPECT_THROW(refuse_open(proposal), schema::Error);
    ImportOptions told;
    told.kind = "patients";
    const auto patients =
        propose("Chart,Name,DOB,Visit date,IGA\nC-1,A B,1990,2024-01-05,3\n", told);
    EXPECT_THAT(mapping(patients),
                ElementsAre("Chart=chart", "Name=name", "DOB=born", "Visit date=", "IGA="));
    EXPECT_NO_THROW(refuse_open(patients));
}

TEST_F(ProposalTest, AKindThatLacksAFieldIsNotTakenButNamed) {
    const auto* rows_of_sessions =
        "Chart,Date,Lot,Operator,Left cheek depth mm,Left cheek passes\n"
        "C-1,2024-01-05,L1,Mona,1.5,4\n";
    const auto proposal = propose(rows_of_sessions);
    EXPECT_EQ(proposal.kind, "");
    ASSERT_FALSE(proposal.candidates.empty());
    EXPECT_EQ(proposal.candidates[0].kind, "sessions");
    EXPECT_THAT(proposal.candidates[0].lacks, ElementsAre("device"));
    ImportOptions told;
    told.set = {"device=pen"};
    told.create_patients = true;
    const auto with = propose(rows_of_sessions, told);
    EXPECT_EQ(with.kind, "sessions");
    EXPECT_EQ(with.report.records, 1U);
}

TEST_F(ProposalTest, WhatIsAmbiguousIsNotTaken) {
    const auto two = propose("Chart No,File No,Name,DOB\n1,7,A B,1990\n");
    EXPECT_EQ(two.kind, "patients");
    EXPECT_THAT(open(two), HasSubstr("column 1 \"Chart No\" and column 2 \"File No\""));
    EXPECT_THAT(open(two), HasSubstr("--map chart=#1"));
    EXPECT_THROW(refuse_open(two), schema::Error);
    ImportOptions told;
    told.map = {"chart=File No"};
    EXPECT_FALSE(propose("Chart No,File No,Name,DOB\n1,7,A B,1990\n", told).is_open());
}

TEST_F(ProposalTest, AnIdIsThePatientOnlyWhereNothingElseIs) {
    const auto beside = propose("ID,Chart,Name,DOB\n1,7,A B,1990\n");
    EXPECT_THAT(mapping(beside), ElementsAre("ID=", "Chart=chart", "Name=name", "DOB=born"));
    EXPECT_THAT(beside.columns[0].could_be, ElementsAre("chart"));
    const auto alone = propose("ID,Name,DOB\n1,A B,1990\n");
    EXPECT_THAT(mapping(alone), ElementsAre("ID=chart", "Name=name", "DOB=born"));
}

TEST_F(ProposalTest, AVisitIsADayOnlyWhereItHoldsDays) {
    EXPECT_THAT(mapping(propose("Chart,Visit,IGA\n1,2024-01-05,3\n")),
                ElementsAre("Chart=patient", "Visit=at", "IGA=iga"));
    const auto numbered = propose("Chart,Visit,IGA\n1,first,3\n");
    EXPECT_EQ(numbered.kind, "");
}

TEST_F(ProposalTest, FirstAndLastNameAreMappedInThisOrder) {
    const auto proposal = propose("Chart,Nom,Prénom,DOB\n1,Saleh,Huda,1990\n");
    EXPECT_THAT(proposal.options.map,
                ElementsAre("chart=Chart", "name=Prénom", "name=Nom", "born=DOB"));
}

TEST_F(ProposalTest, AColumnOfSeveralInstrumentsIsAsked) {
    const auto proposal = propose("Chart,Date,IGA,Goodman\n1,2024-01-05,3,2\n");
    EXPECT_EQ(proposal.kind, "scores");
    EXPECT_THAT(open(proposal), HasSubstr("goodman_baron_grade or goodman_baron_score"));
}

TEST_F(ProposalTest, OffsetsAskForTheFirstDay) {
    const auto proposal = propose("Chart,IGA week 0,IGA week 4\n1,3,2\n");
    EXPECT_EQ(proposal.kind, "scores");
    EXPECT_THAT(open(proposal), HasSubstr("--origin"));
    ImportOptions told;
    told.origin = "2024-01-05";
    told.create_patients = true;
    const auto with = propose("Chart,IGA week 0,IGA week 4\n1,3,2\n", told);
    EXPECT_FALSE(with.is_open()) << open(with);
    EXPECT_EQ(with.report.records, 2U);
}

TEST_F(ProposalTest, OffsetsCountFromTheColumnThatIsEachPatientsFirstDay) {
    ImportOptions told;
    told.create_patients = true;
    const auto proposal = propose(
        "Chart,First visit,IGA baseline,IGA week 4\n1,2024-01-05,3,2\n2,2024-03-01,4,1\n", told);
    EXPECT_FALSE(proposal.is_open()) << open(proposal);
    EXPECT_EQ(proposal.options.origin_from, "First visit");
    import_file(book, {.actor = "nurse", .action = "import"}, proposal.options, {});
    EXPECT_EQ(scores("2"), "iga 2024-03-01 4\niga 2024-03-29 1\n");
}

TEST_F(ProposalTest, AValueOfANumberedVisitIsAskedForItsDay) {
    ImportOptions told;
    told.create_patients = true;
    for (const auto* header : {"Visit 2 IGA", "IGA visit 2", "V2 IGA", "iga_v2"}) {
        SCOPED_TRACE(header);
        const auto proposal = propose("Chart," + std::string(header) + "\n1,3\n", told);
        EXPECT_EQ(proposal.kind, "scores");
        EXPECT_THAT(open(proposal), HasSubstr("is iga of visit 2, and nothing says when that was"));
        EXPECT_THAT(open(proposal), HasSubstr("--map iga@4w=#2"));
    }
    told.map = {"at=Date 1", "iga=Visit 1 IGA", "at=Date 2", "iga=Visit 2 IGA"};
    const auto mapped =
        propose("Chart,Date 1,Visit 1 IGA,Date 2,Visit 2 IGA\n1,2024-01-05,3,2024-02-05,2\n", told);
    EXPECT_FALSE(mapped.is_open()) << open(mapped);
    EXPECT_EQ(mapped.report.records, 2U);
    EXPECT_THAT(open(propose("Chart,Date,Visit 2 hue\n1,2024-01-05,x\n")),
                testing::Not(HasSubstr("of visit")));
}

TEST_F(ProposalTest, ATitleAboveTheHeadersIsPassedOver) {
    const auto proposal = propose("Our patients,,\n,,\nChart,Name,DOB\n1,A B,1990\n2,C D,1991\n");
    EXPECT_EQ(proposal.kind, "patients");
    EXPECT_EQ(proposal_json(proposal)["header_row"], 3);
}

TEST_F(ProposalTest, WordsThatStandForNothingAreMissing) {
    const auto proposal = propose("Chart,Name,DOB,Gender\n1,A B,N/A,female\n2,C D,1990,-\n");
    EXPECT_THAT(proposal.options.missing, ElementsAre("N/A", "-"));
    EXPECT_THAT(proposal.report.problems, IsEmpty());
}

TEST_F(ProposalTest, ACellThatIsNoWordOfItsFieldIsAskedOnce) {
    const auto proposal =
        propose("Chart,Name,Gender\n1,A B,xx\n2,C D,xx\n3,E F,female\n4,G H,yy\n");
    ASSERT_EQ(proposal.report.asked.size(), 2U);
    const auto& asked = proposal.report.asked[0];
    EXPECT_EQ(asked.field, "sex");
    EXPECT_EQ(asked.cell, "xx");
    EXPECT_EQ(asked.rows, 2U);
    EXPECT_THAT(asked.choices, ElementsAre("female", "male", "other"));
    EXPECT_THROW(refuse_open(proposal), schema::Error);
    ImportOptions told;
    told.values = {"sex:xx=female", "sex:yy=other"};
    EXPECT_FALSE(propose("Chart,Name,Gender\n1,A B,xx\n4,G H,yy\n", told).is_open());
}

TEST_F(ProposalTest, AFileWithoutHeadersIsToldAsSuch) {
    const auto proposal = propose("C-1,2024-01-05,3\nC-2,2024-01-06,2\n");
    EXPECT_EQ(proposal.kind, "");
    EXPECT_THAT(open(proposal), HasSubstr("--no-header"));
}

TEST_F(ProposalTest, HeadersThatStandTwiceAreNamedByTheirPlaces) {
    const auto proposal = propose("Chart,Name,DOB,Colour,Colour\n1,A B,1990,x,y\n");
    EXPECT_EQ(proposal.columns[3].place, "#4");
    EXPECT_EQ(proposal.columns[0].place, "Chart");
}

TEST_F(ProposalTest, AColumnThatIsIgnoredIsLeftOut) {
    ImportOptions told;
    told.ignore = {"note"};
    const auto proposal = propose("chart,name,born,note\n1,A B,1990,x\n", told);
    EXPECT_THAT(mapping(proposal), ElementsAre("chart=chart", "name=name", "born=born", "note="));
    EXPECT_TRUE(proposal.report.rows[0].record["note"].is_null());
}

TEST_F(ProposalTest, AsJsonHasWhatAPageNeeds) {
    const auto json = proposal_json(propose("Chart,Name,Gender,Hue\n1,A B,xx,red\n"));
    EXPECT_EQ(json["kind"], "patients");
    EXPECT_EQ(json["header_row"], 1);
    EXPECT_TRUE(json["sheet"].is_null());
    EXPECT_EQ(json["mapping"][1]["field"], "name");
    EXPECT_TRUE(json["mapping"][3]["field"].is_null());
    EXPECT_EQ(json["values"][0]["cell"], "xx");
    EXPECT_TRUE(json["values"][0]["as"].is_null());
    EXPECT_EQ(json["rules"][0]["option"], "as");
    EXPECT_EQ(json["problems"].size(), 1U);
    EXPECT_EQ(json["candidates"][0]["kind"], "patients");
    const auto open =
        proposal_json(propose("Chart,Name,DOB,Date,IGA\n1,A B,1990,2024-01-05,3\n"))["open"];
    EXPECT_THAT(open[0]["remedy"].get<std::string>(), HasSubstr("--as"));
}

TEST_F(ProposalTest, GoodRowsAreCountedBesideBadOnes) {
    ImportOptions told;
    told.create_patients = true;
    const auto proposal = propose("Chart,Date,IGA\n1,2024-01-05,3\n2,2024-01-05,9\n", told);
    EXPECT_EQ(proposal.report.records, 1U);
    EXPECT_EQ(proposal.report.rows_rejected, 1U);
    EXPECT_FALSE(proposal.options.keep_good);  // only told does it leave rows out
}

TEST_F(ProposalTest, IsAskedOverHttpWithADryRunOnly) {
    using json = nlohmann::ordered_json;
    const auto request = json::parse(R"({"content": "a", "propose": true, "dry_run": true})");
    EXPECT_TRUE(read_import_request(request).propose);
    EXPECT_THROW(read_import_request(json::parse(R"({"content": "a", "propose": true})")),
                 schema::Error);
}

TEST_F(ProposalTest, RowsLeftOutOfAFileWithoutANameComeBackAsText) {
    auto options = rows("scores", "");
    options.content = "patient,at,iga\nC-1,2024-01-05,3\nC-1,2024-02-05,9\n";
    options.create_patients = true;
    options.keep_good = true;
    const auto report = import(options);
    EXPECT_EQ(report.records, 1U);
    EXPECT_THAT(report.rejected, HasSubstr("patient,at,iga,reason\nC-1,2024-02-05,9,"));
    EXPECT_TRUE(report.rejected_file.empty());
}

}  // namespace
}  // namespace exchange::proposal_test
