#include "app/import/progress_part.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "app/import/import_table.h"
#include "tests/app/import/proposal_example.h"
#include "tests/app/import/workbook_example.h"

namespace exchange::progress_part_test {
namespace {

TEST(ProgressPart, IsOfTheWhole) {
    std::vector<double> told;
    const auto half = part_of([&](double share) { told.push_back(share); }, 0.5, 1);
    half(0);
    part_of(half, 0, 0.5)(1);
    EXPECT_EQ(told, (std::vector<double>{0.5, 0.75}));
    EXPECT_FALSE(part_of({}, 0, 1));
}

class ImportProgress : public ImportTest {
  protected:
    Progress keep() {
        return [this](double share) { told.push_back(share); };
    }
    void expect_rising(double until) const {
        ASSERT_FALSE(told.empty());
        EXPECT_TRUE(std::is_sorted(told.begin(), told.end())) << testing::PrintToString(told);
        EXPECT_GE(told.front(), 0);
        EXPECT_LE(told.back(), until);
    }

    std::vector<double> told;
};

TEST_F(ImportProgress, BeginsWithTheBytesOfTheFile) {
    const Table table(rows("", "chart,visit,iga\nC1,2026-01-05,3\n"), keep());
    EXPECT_GE(told.size(), 4U);
    expect_rising(1);
    EXPECT_LE(told.front(), 0.1);
}

TEST_F(ImportProgress, OfAWorkbookIsToldWhileItIsUnpacked) {
    std::string cells;
    for (int i = 1; i <= 20'000; ++i) {
        cells += fmt::format("<row r=\"{0}\"><c r=\"A{0}\"><v>{0}</v></c></row>", i);
    }
    const auto options = workbook_example::options_for(workbook_example::xlsx(cells));
    const Table table(options, keep());
    EXPECT_GT(told.size(), 10U);
    expect_rising(1);
}

TEST_F(ImportProgress, OfAProposalAndAnImportNeverGoesBack) {
    std::string text = "chart,visit,iga\n";
    for (int i = 0; i < 10'000; ++i) {
        text += fmt::format("C{},2026-01-{:02},3\n", i % 500, 1 + i % 28);
    }
    auto options = rows("scores", text);
    options.map = {"patient=chart", "at=visit", "iga=iga"};
    options.create_patients = true;
    propose_import(book, {.actor = "nurse"}, options, keep());
    expect_rising(1);
    told.clear();
    import_file(book, {.actor = "nurse", .action = "import"}, options, keep());
    expect_rising(1);
    EXPECT_LT(told.front(), share_of_table);
}

}  // namespace
}  // namespace exchange::progress_part_test
