#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/records/tags.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_scores_test {
namespace {

using testing::HasSubstr;

class ImportScores : public ImportTest {
  protected:
    exchange::ImportOptions score_rows(std::string_view text) const {
        auto options = rows("scores", text);
        options.create_patients = true;
        return options;
    }
};

TEST_F(ImportScores, OneColumnPerInstrumentMayHoldSeveralScoresInARow) {
    auto options = score_rows("Chart,Visit,GAGS,IGA\nC-1,2024-01-05,12,3\nC-1,2024-02-05,,2\n");
    options.map = {"patient=Chart", "at=Visit", "gags=GAGS", "iga=IGA"};
    const auto report = import(options);
    EXPECT_EQ(report.records, 3U);
    EXPECT_EQ(report.patients_created, 1U);
    EXPECT_EQ(scores("C-1"), "iga 2024-01-05 3\niga 2024-02-05 2\ngags 2024-01-05 12\n");
    expect_whole();
}

TEST_F(ImportScores, AHeaderThatIsACodeMapsByItself) {
    import(score_rows("patient,at,gags,tewl@nose\nC-1,2024-01-05,12,8.5\n"));
    EXPECT_EQ(scores("C-1"), "gags 2024-01-05 12\ntewl@nose 2024-01-05 8.5\n");
}

TEST_F(ImportScores, AScaleThatIsCalledAsATimeIsAScaleWhereTheBookHasIt) {
    add_scale("week", 0, 10);
    auto options = score_rows("patient,at,week\nC-1,2024-01-05,7\n");
    EXPECT_EQ(import(options).records, 1U);
    EXPECT_EQ(scores("C-1"), "week 2024-01-05 7\n");
    options = score_rows("patient,at,Score\nC-2,2024-01-05,8\n");
    options.map = {"week=Score"};
    import(options);
    EXPECT_EQ(scores("C-2"), "week 2024-01-05 8\n");
    // Another unit counts as before.
    options = score_rows("patient,day,iga\nC-3,1,3\n");
    options.origin = "2024-01-05";
    import(options);
    EXPECT_EQ(scores("C-3"), "iga 2024-01-06 3\n");
}

TEST_F(ImportScores, OneScorePerRowNamesItsInstrument) {
    import(
        score_rows("patient,at,instrument,region,value\nC-1,2024-01-05,tewl,nose,8.5\n"
                   "C-1,2024-01-05,tewl,,9\nC-1,2024-01-05,gags,,\nC-1,2024-01-05,tewl@chin,,7\n"));
    EXPECT_EQ(scores("C-1"),
              "tewl 2024-01-05 9\ntewl@chin 2024-01-05 7\ntewl@nose 2024-01-05 8.5\n");
}

TEST_F(ImportScores, ColumnsStandAtOffsetsFromTheOrigin) {
    auto options = score_rows("ID,base,w8,left\nC-1,30,12,5\nC-2,20,NA,\n");
    options.map = {"patient=ID", "gags@0w=base", "gags@8w=w8", "tewl@left_cheek@1.5d=left"};
    options.origin = "2024-01-01";
    options.missing = {"NA"};
    const auto report = import(options);
    EXPECT_EQ(report.records, 4U);
    EXPECT_EQ(scores("C-1"),
              "gags 2024-01-01 30\ngags 2024-02-26 12\ntewl@left_cheek 2024-01-02T12:00 5\n");
    EXPECT_EQ(scores("C-2"), "gags 2024-01-01 20\n");
}

TEST_F(ImportScores, ARowMayCountItsOwnTimeFromTheOrigin) {
    for (const auto* unit : {"day", "week", "month"}) {
        auto options = score_rows("patient,t,gags\n" + std::string(unit) + ",1,12\n");
        options.map = {std::string(unit) + "=t"};
        options.origin = "2024-01-01";
        import(options);
    }
    EXPECT_EQ(scores("day"), "gags 2024-01-02 12\n");
    EXPECT_EQ(scores("week"), "gags 2024-01-08 12\n");
    EXPECT_EQ(scores("month"), "gags 2024-02-01 12\n");
}

TEST_F(ImportScores, VisitsMayHaveNamesThatStandForOffsets) {
    auto options =
        score_rows("patient,Visit,gags\nC-1,Baseline,12\nC-1,Week 16,3\nC-1,2025-01-01,1\n");
    options.map = {"at=Visit"};
    options.values = {"at:Baseline=0w", "on:Week 16=16w"};
    options.origin = "2024-01-01";
    import(options);
    EXPECT_EQ(scores("C-1"), "gags 2024-01-01 12\ngags 2024-04-22 3\ngags 2025-01-01 1\n");
}

TEST_F(ImportScores, BothValuesOfOneMomentSurvive) {
    import(score_rows("patient,at,gags\nC-1,2024-01-05T10:00,12\nC-1,2024-01-05T10:00,13\n"));
    EXPECT_EQ(scores("C-1"), "gags 2024-01-05T10:00 12\ngags 2024-01-05T10:00 13\n");
}

TEST_F(ImportScores, PatientsMayBeNumberedByTheirRows) {
    auto options = score_rows("1,12\n\n2,13\n");
    options.no_header = true;
    options.map = {"patient=#row", "gags=#2"};
    options.set = {"at=2024-01-05"};
    import(options);
    EXPECT_EQ(scores("1"), "gags 2024-01-05 12\n");
    EXPECT_EQ(scores("2"), "gags 2024-01-05 13\n");
}

TEST_F(ImportScores, TagsSayOneThingAboutAPatient) {
    auto options = score_rows("patient,at,gags,TRT\nC-1,2024-01-05,12,A\nC-1,2024-02-05,11,A\n");
    options.map = {"tag:arm=TRT"};
    EXPECT_EQ(import(options).tags_set, 1U);
    const auto tags = db::all_tags(book);
    ASSERT_EQ(tags.size(), 1U);
    EXPECT_EQ(tags[0].key + "=" + tags[0].value, "arm=A");

    auto contradicting =
        score_rows("patient,at,gags,TRT\nC-2,2024-01-05,12,A\nC-2,2024-02-05,11,B\n");
    contradicting.map = {"tag:arm=TRT"};
    EXPECT_THAT(refusal(contradicting)[0].what, HasSubstr("\"B\", but line 2 says \"A\""));
}

TEST_F(ImportScores, ADecimalCommaIsFoundOrTold) {
    import(score_rows("patient;at;tewl\nC-1;2024-01-05;8,5\nC-1;2024-02-05;7\n"));
    EXPECT_EQ(scores("C-1"), "tewl 2024-01-05 8.5\ntewl 2024-02-05 7\n");
    auto doubtful = score_rows("patient;at;lesions_total\nC-2;2024-01-05;1,234\n");
    EXPECT_THAT(refusal(doubtful)[0].remedy, HasSubstr("--decimal"));
    doubtful.decimal = ".";
    import(doubtful);
    EXPECT_EQ(scores("C-2"), "lesions_total 2024-01-05 1234\n");
}

TEST_F(ImportScores, EveryProblemIsListedWithItsPlace) {
    auto options = score_rows(
        "patient,at,gags\n"
        "C-1,2024-01-05,44.5\n"
        ",2024-01-05,1\n"
        "C-1,03/04/2024,1\n"
        "C-1,2024-02,1\n"
        "C-1,2024-02-30,1\n"
        "C-1,,1\n"
        "C-1,2024-01-05,many\n"
        "C-1,2024-01-05,45\n");
    const auto problems = refusal(options);
    ASSERT_EQ(problems.size(), 8U);
    const auto file = (folder / "rows.csv").string();
    EXPECT_EQ(problems[0].where, file + ":2: column 3 \"gags\"");
    EXPECT_THAT(problems[0].what, HasSubstr("44.5"));
    EXPECT_EQ(problems[1].what, "patient is empty");
    EXPECT_EQ(problems[2].what, "\"03/04/2024\" may mean 2024-03-04 or 2024-04-03");
    EXPECT_EQ(problems[2].remedy, "say which with --dates dmy or --dates mdy");
    EXPECT_THAT(problems[3].what, HasSubstr("only a part of a date"));
    EXPECT_THAT(problems[4].what, HasSubstr("not a calendar date"));
    EXPECT_EQ(problems[5].what, "at is empty");
    EXPECT_EQ(problems[6].what, "gags: \"many\" is not a number such as 1.5");
    EXPECT_THAT(problems[7].what, HasSubstr("\"45\" is not 0 to 44"));
}

TEST_F(ImportScores, ABadTimeIsToldOncePerRow) {
    EXPECT_EQ(refusal(score_rows("patient,at,gags,iga\nC-1,soon,1,1\n")).size(), 1U);
}

TEST_F(ImportScores, AnUnknownInstrumentIsNamed) {
    const auto options = score_rows("patient,at,instrument,value\nC-1,2024-01-05,gasg,4\n");
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("\"gasg\" is not the code"));
}

TEST_F(ImportScores, WithoutAValueATimeOrAnOriginAreRefused) {
    EXPECT_THAT(refusal(score_rows("patient,at,x\n"))[0].what, HasSubstr("no column is mapped"));
    EXPECT_THAT(refusal(score_rows("patient,gags\n"))[0].what, HasSubstr("at, which scores need"));
    EXPECT_THAT(refusal(score_rows("patient,gags@8w\n"))[0].remedy, HasSubstr("--origin"));
    EXPECT_THAT(refusal(score_rows("patient,at,value\n"))[0].what, HasSubstr("only one of"));
}

TEST_F(ImportScores, VoidedOnesAreKeptOutOfTheSeries) {
    import(
        score_rows("patient,instrument,region,at,value,voided\nC-1,gags,,2024-01-05,9,yes\n"
                   "C-1,gags,,2024-01-05,8,no\n"));
    EXPECT_EQ(scores("C-1"), "gags 2024-01-05 8\n");
    int count = 0;
    db::for_each_score(book, [&](const schema::Score&) { ++count; });
    EXPECT_EQ(count, 2);
    expect_whole();
}

}  // namespace
}  // namespace exchange::import_scores_test
