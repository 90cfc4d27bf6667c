#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/import/proposal_example.h"

namespace exchange::counted_days_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using CountedDays = ProposalExample;

ImportOptions from(const char* day) {
    ImportOptions told;
    told.origin = day;
    return told;
}

TEST_F(CountedDays, AreTheTimeWhereNothingElseSaysWhen) {
    for (const auto* header : {"Day", "Study day", "اليوم", "Jour"}) {
        const auto proposal = propose(std::string("Chart,") + header + ",IGA\nC1,28,3\n");
        EXPECT_EQ(mapping(proposal), std::string("Chart=patient|") + header + "=day|IGA=iga");
        EXPECT_THAT(open(proposal), HasSubstr("day counts from a first day, and none was told"));
    }
    EXPECT_EQ(
        scores_by(propose("Chart,Study day,IGA\nC1,0,4\nC1,28,3\n", from("2026-01-01")), "C1"),
        "iga 2026-01-01 4\niga 2026-01-29 3\n");
}

TEST_F(CountedDays, SayThatTheFirstOneIsZero) {
    const auto proposal = propose("Chart,Study day,IGA\nC1,1,4\n", from("2026-01-01"));
    EXPECT_THAT(proposal.reasons, ElementsAre(HasSubstr("day 0 is the first day")));
}

TEST_F(CountedDays, InMonthsAreDaysNotHours) {
    EXPECT_EQ(
        scores_by(propose("Chart,Month,IGA\nC1,0,4\nC1,1,3\nC1,12,2\n", from("2024-01-31")), "C1"),
        "iga 2024-01-31 4\niga 2024-02-29 3\niga 2025-01-31 2\n");
}

TEST_F(CountedDays, AreNoneWhereTheColumnHoldsDates) {
    const auto proposal = propose("Chart,Day,IGA\nC1,2026-01-05,3\n", from("2026-01-01"));
    EXPECT_EQ(mapping(proposal), "Chart=patient|Day=at|IGA=iga");
    EXPECT_EQ(scores_by(proposal, "C1"), "iga 2026-01-05 3\n");
}

TEST_F(CountedDays, BesideADateAreLeftOut) {
    const auto proposal = propose("Chart,Date,Day,IGA\nC1,2026-01-05,0,3\n");
    EXPECT_EQ(mapping(proposal), "Chart=patient|Date=at|Day=|IGA=iga");
}

TEST_F(CountedDays, MayBeNamedInTheCells) {
    constexpr auto text = "Chart,Visit,IGA\nC1,Baseline,4\nC1,Week 4,3\nC1,3 months,2\n";
    EXPECT_THAT(open(propose(text)), HasSubstr("at counts from a first day, and none was told"));
    const auto proposal = propose(text, from("2026-01-01"));
    EXPECT_THAT(proposal.options.values,
                ElementsAre("at:Baseline=0d", "at:Week 4=4w", "at:3 months=3m"));
    EXPECT_EQ(scores_by(proposal, "C1"), "iga 2026-01-01 4\niga 2026-01-29 3\niga 2026-04-01 2\n");
}

TEST_F(CountedDays, CountFromEachPatientsOwnFirstDayWhereAColumnHasIt) {
    const auto proposal =
        propose("Chart,First visit,Visit,IGA\nC1,2026-01-01,Week 4,3\nC2,2026-02-01,Week 4,2\n");
    EXPECT_EQ(proposal.options.origin_from, "First visit");
    EXPECT_EQ(scores_by(proposal, "C2"), "iga 2026-03-01 2\n");
}

TEST_F(CountedDays, OfVisitNumbersAreNotGuessed) {
    const auto proposal = propose("Chart,Visit,IGA\nC1,1,4\nC1,Screening,3\n", from("2026-01-01"));
    EXPECT_EQ(proposal.kind, "");
}

}  // namespace
}  // namespace exchange::counted_days_test
