// The HTML reports in a real browser: their charts are drawn, and nothing that they do is refused.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::report_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Report : public testing::Test {
  protected:
    Report() {
        desk_.must("demo --patients 6 --seed 4 --keep " + (folder_.path() / "clinic").string());
    }

    // The page after its script ran, without that.
    support::Ran in_browser(const std::string& command) {
        const auto file = folder_.path() / "report.html";
        std::ofstream(file) << desk_.must(command);
        const auto profile = "--user-data-dir=" + (folder_.path() / "profile").string();
        auto page = support::Process({"/usr/bin/chromium",
                                      "--headless",
                                      "--no-sandbox",
                                      "--disable-gpu",
                                      "--enable-logging=stderr",
                                      profile,
                                      "--dump-dom",
                                      "file://" + file.string()})
                        .wait();
        page.out.resize(std::min(page.out.size(), page.out.find("<script>")));
        return page;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_.path() / "clinic"};
};

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

TEST_F(Report, OfAPatientDrawsAChartForEverySeries) {
    const auto page = in_browser("progress D-001 --format html");
    ASSERT_EQ(page.status, 0) << page.err;
    const auto figures = count(page.out, "<figure data-series");
    EXPECT_GT(figures, 5U);
    EXPECT_EQ(count(page.out, "<svg class=\"chart-picture\""), 2 * figures) << "screen and paper";
    EXPECT_EQ(count(page.out, "<details class=\"chart-values\">"), figures);
    EXPECT_THAT(page.out, HasSubstr("class=\"chart-session\""));
    EXPECT_THAT(page.out, Not(HasSubstr("NaN")));
    EXPECT_THAT(page.out, Not(testing::ContainsRegex("[>\" ](frame|plot|word|records)\\.[a-z]")))
        << "an id in the place of its text";
    EXPECT_THAT(page.err, Not(HasSubstr("Content Security Policy")));
    EXPECT_THAT(page.err, Not(HasSubstr("CONSOLE")));
}

TEST_F(Report, OfTheClinicDrawsIntervals) {
    const auto page = in_browser("outcomes --format html");
    ASSERT_EQ(page.status, 0) << page.err;
    EXPECT_THAT(page.out, HasSubstr("Improved"));
    EXPECT_THAT(page.out, HasSubstr("class=\"chart-interval\""));
    EXPECT_THAT(page.out, HasSubstr("Responded over time"));
    EXPECT_THAT(page.out, Not(HasSubstr("NaN")));
    EXPECT_THAT(page.err, Not(HasSubstr("CONSOLE")));
}

}  // namespace
}  // namespace whole::report_test
