#include "app/import/proposal/date_remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/import/proposal_example.h"

namespace exchange::date_remarks_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using DateRemarks = ProposalExample;

TEST_F(DateRemarks, NameAColumnWithBothOrders) {
    const auto proposal = propose("Chart,Date,IGA\nC1,14/05/2026,3\nC1,05/28/2026,2\n");
    EXPECT_THAT(proposal.reasons,
                ElementsAre("column 2 \"Date\" has dates day first (line 2) and month first (line "
                            "3): compare both with where they come from"));
    EXPECT_THAT(propose("Chart,Date,IGA\nC1,14/05/2026,3\nC1,28/05/2026,2\n").reasons, IsEmpty());
}

// A spreadsheet of another country takes 03/04/2026 for the 4th of March and leaves 14/05/2026 a
// text.
TEST_F(DateRemarks, NameDaysThatMayHaveBeenTakenForMonths) {
    const std::string early =
        "Chart,Date,IGA\nC1,2026-03-04,3\nC1,2026-05-06,2\nC1,2026-07-08,2\nC1,14/05/2026,3\n";
    EXPECT_THAT(propose(early).reasons, ElementsAre(HasSubstr("may have taken days for months")));
    EXPECT_THAT(propose(early + "C1,2026-07-28,2\n").reasons, IsEmpty());
}

TEST_F(DateRemarks, TakeTheOrderFromDigitsOfAnyScript) {
    const auto proposal = propose("رقم الملف,التاريخ,IGA\nC1,٠٥/٠١/٢٠٢٦,3\nC1,١٥/٠١/٢٠٢٦,2\n");
    EXPECT_EQ(proposal.options.dates, "dmy");
    EXPECT_EQ(scores_by(proposal, "C1"), "iga 2026-01-05 3\niga 2026-01-15 2\n");
}

}  // namespace
}  // namespace exchange::date_remarks_test
