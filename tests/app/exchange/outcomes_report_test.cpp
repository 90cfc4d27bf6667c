// The clinic's results as files.

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "app/exchange/csv.h"
#include "app/exchange/outcomes_html.h"
#include "app/exchange/outcomes_markdown.h"
#include "app/exchange/outcomes_table.h"
#include "app/web/bundle.h"
#include "tests/app/exchange/example_outcomes.h"

namespace exchange::outcomes_report_test {
namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void expect_golden(const std::string& text, const std::string& name) {
    if (text != read_file(SOURCE_DIR "/tests/app/exchange/" + name)) {
        const auto seen = testing::TempDir() + name;
        std::ofstream(seen) << text;
        ADD_FAILURE() << "diff tests/app/exchange/" << name << ' ' << seen
                      << "\nand copy it there if the new one is better";
    }
}

// Without our script and style, which are the same in every report.
std::string own_html(const progress::Outcomes& outcomes) {
    auto html = outcomes_html(outcomes);
    for (const auto* name : {"report.js", "report.css"}) {
        const auto bytes = web::bundled(name);
        html.erase(html.find(bytes), bytes.size());
    }
    return html;
}

TEST(OutcomesMarkdown, OfTheExampleIsTheGoldenOne) {
    expect_golden(outcomes_markdown(example_outcomes()), "outcomes.golden.md");
}

TEST(OutcomesTable, OfTheExampleIsTheGoldenOne) {
    expect_golden(outcomes_csv(example_outcomes()), "outcomes.golden.csv");
}

TEST(OutcomesTable, HasARowForEachGroupScaleAndVisitAndAllCells) {
    const auto csv = outcomes_csv(example_outcomes());
    CsvReader reader(csv, "outcomes.csv");
    int rows = 0;
    while (const auto* row = reader.next()) {
        EXPECT_EQ(row->cells.size(), outcome_columns().size()) << row->raw;
        ++rows;
    }
    constexpr int groups = 2;
    constexpr int scales = 2;
    constexpr int latest_and_visits = 3;
    EXPECT_EQ(rows, 1 + groups * scales * latest_and_visits);
}

TEST(OutcomesTable, HasTheColumnsThatTheDocumentExplains) {
    const auto document = read_file(SOURCE_DIR "/docs/statistics.md");
    for (const auto& column : outcome_columns()) {
        EXPECT_TRUE(holds(document, "`" + column + "`")) << column;
    }
}

TEST(OutcomesHtml, NeedsNothingElseAndTakesNoTextForMarkup) {
    const auto html = own_html(example_outcomes());
    for (const auto* part :
         {"http:", "https:", "src=", "href=", "<img", "<link", "<b>", "style="}) {
        EXPECT_FALSE(holds(html, part)) << part;
    }
    for (const auto* part : {"needling &lt;b&gt;",
                             "needling \\u003cb>",
                             "<figure data-instrument=\"iga\"></figure>",
                             "3 of 5, 60.0\u00A0% (23 to 88)",
                             "1 of 2, very few",
                             "nobody has a later value that can be judged yet",
                             "How to read this"}) {
        EXPECT_TRUE(holds(html, part)) << part;
    }
}

TEST(OutcomesHtml, AnswersFirstWhenThereIsOneGroup) {
    auto outcomes = example_outcomes();
    EXPECT_FALSE(holds(outcomes_html(outcomes), "What changed?"));
    outcomes.groups.pop_back();
    const auto html = own_html(outcomes);
    EXPECT_LT(html.find("What changed?"), html.find("<figure data-overview>"));
    EXPECT_LT(html.find("<figure data-overview>"), html.find("data-instrument"));
}

TEST(OutcomesReports, OfNobodySaySo) {
    progress::Outcomes none{.as_of = progress::day("2026-06-15")};
    EXPECT_TRUE(holds(own_html(none), "No value is recorded yet"));
    EXPECT_TRUE(holds(outcomes_markdown(none), "No value is recorded yet"));
    EXPECT_EQ(outcomes_csv(none).find('\n'), outcomes_csv(none).size() - 1) << "only the header";
}

}  // namespace
}  // namespace exchange::outcomes_report_test
