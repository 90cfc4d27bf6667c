#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/import/proposal_example.h"

namespace exchange::visit_columns_test {
namespace {

using testing::HasSubstr;
using testing::Not;

using VisitColumns = ProposalExample;

constexpr auto two_visits = "iga 2026-01-05 4\niga 2026-02-05 3\n";

TEST_F(VisitColumns, OfANumberGoTogetherTheDayBeforeItsValues) {
    const auto proposal = propose(
        "Chart,Visit 1 date,Visit 1 IGA,Visit 2 date,Visit 2 IGA\nC1,2026-01-05,4,2026-02-05,3\n");
    EXPECT_EQ(proposal.kind, "scores");
    EXPECT_EQ(mapping(proposal),
              "Chart=patient|Visit 1 date=at|Visit 1 IGA=iga|Visit 2 date=at|Visit 2 IGA=iga");
    EXPECT_EQ(scores_by(proposal, "C1"), two_visits);
}

TEST_F(VisitColumns, AreKnownHoweverTheirHeadersNumberThem) {
    for (const auto* header :
         {"Chart,Date 1,IGA 1,Date 2,IGA 2",
          "Chart,V1,IGA V1,V2,IGA V2",
          "Chart,Date,IGA,Date.1,IGA.1",
          "Chart,Date,IGA,Date 2,IGA 2",
          "Chart,1st visit,1st visit IGA,2nd visit,2nd visit IGA",
          "Chart,First Date,First IGA,Second Date,Second IGA",
          "Dossier,1ère visite,IGA 1ère visite,2e visite,IGA 2e visite",
          "Chart,Date of visit 1,IGA at visit 1,Date of visit 2,IGA at visit 2",
          "Dossier,Date de la visite 1,IGA visite 1,Date de la visite 2,IGA V2",
          "Chart,Baseline date,Baseline IGA,Follow-up date,Follow-up IGA",
          "Chart,Date before,IGA before,Date after,IGA after",
          "Chart,Pre-treatment date,Pre-treatment IGA,Date post,IGA post",
          "Dossier,Date avant,IGA avant,Date après,IGA après",
          "Chart,Follow-up 1 date,Follow-up 1 IGA,FollowUp 2,IGA follow up 2",
          "رقم الملف,الزيارة ١,IGA ١,الزيارة ٢,IGA ٢",
          "رقم الملف,تاريخ الزيارة الأولى,IGA الزيارة الأولى,تاريخ الزيارة "
          "الثانية,IGA الزيارة الثانية"}) {
        SCOPED_TRACE(header);
        const auto proposal = propose(std::string(header) + "\nC1,2026-01-05,4,2026-02-05,3\n");
        EXPECT_EQ(proposal.kind, "scores");
        EXPECT_EQ(scores_by(proposal, "C1"), two_visits);
    }
}

TEST_F(VisitColumns, OfTheSameHeadersEachTimeBeginAVisit) {
    const auto proposal =
        propose("Chart,Date,IGA,TEWL,Date,IGA,TEWL\nC1,2026-01-05,4,12.5,2026-02-05,3,11\n");
    EXPECT_EQ(scores_by(proposal, "C1"),
              "iga 2026-01-05 4\niga 2026-02-05 3\ntewl 2026-01-05 12.5\ntewl 2026-02-05 11\n");
}

TEST_F(VisitColumns, WithoutADayAreAskedFor) {
    const auto proposal =
        propose("Chart,Visit 1 date,Visit 1 IGA,Visit 2 IGA\nC1,2026-01-05,4,3\n");
    EXPECT_EQ(
        open(proposal),
        (folder / "rows.csv").string() +
            ": column 4 \"Visit 2 IGA\": is iga of visit 2, and nothing says when that was\n");
    EXPECT_EQ(mapping(proposal), "Chart=patient|Visit 1 date=at|Visit 1 IGA=iga|Visit 2 IGA=");
}

TEST_F(VisitColumns, ABaselineAloneIsWhatTheOthersCountFrom) {
    const auto proposal =
        propose("Chart,Baseline date,Baseline IGA,Week 4 IGA\nC1,2026-01-05,4,3\n");
    EXPECT_EQ(proposal.options.origin_from, "Baseline date");
    EXPECT_EQ(scores_by(proposal, "C1"), "iga 2026-01-05 4\niga 2026-02-02 3\n");
    EXPECT_THAT(open(propose("Chart,Date,IGA before,IGA after\nC1,2026-01-05,4,3\n")),
                HasSubstr("is iga of visit after, and nothing says when that was"));
}

TEST_F(VisitColumns, OfAVisitThatNobodyHadAreLeftOut) {
    const auto proposal = propose("Chart,Date 1,IGA 1,Date 2,IGA 2\nC1,2026-01-05,4,,\n");
    EXPECT_EQ(scores_by(proposal, "C1"), "iga 2026-01-05 4\n");
}

// Behind the last day it would be taken for a value of that day.
TEST_F(VisitColumns, BesideAValueOfNoVisitAreNoReasonToGuessItsDay) {
    const auto proposal =
        propose("Chart,Date 1,IGA 1,Date 2,IGA 2,TEWL\nC1,2026-01-05,4,2026-02-05,3,12\n");
    EXPECT_THAT(open(proposal), HasSubstr("is tewl, and nothing says of which visit"));
}

TEST_F(VisitColumns, WithTwoDaysOrTheSameScaleTwiceAreNotPaired) {
    const auto days = propose("Chart,Date 1,Visit 1,IGA 1\nC1,2026-01-05,2026-01-06,4\n");
    EXPECT_THAT(open(days), HasSubstr("iga of visit 1"));
    const auto scales = propose("Chart,Date,IGA,IGA\nC1,2026-01-05,4,3\n");
    EXPECT_EQ(scales.kind, "scores");
    EXPECT_THAT(open(scales), HasSubstr("can all be iga"));
}

TEST_F(VisitColumns, AreLeftToTheOptionsWhereTheseSayTheDay) {
    ImportOptions told;
    told.map = {"at=Date 1", "iga=IGA 1"};
    const auto proposal =
        propose("Chart,Date 1,IGA 1,Date 2,IGA 2\nC1,2026-01-05,4,2026-02-05,3\n", told);
    EXPECT_THAT(mapping(proposal), Not(HasSubstr("Date 2=at")));
}

TEST_F(VisitColumns, OfOneDayAreNone) {
    const auto proposal = propose("Chart,Date,IGA\nC1,2026-01-05,4\n");
    EXPECT_EQ(scores_by(proposal, "C1"), "iga 2026-01-05 4\n");
}

}  // namespace
}  // namespace exchange::visit_columns_test
