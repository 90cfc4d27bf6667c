// The reports that people read, and the table of values.

#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "app/export/progress_table.h"
#include "app/json/progress_json.h"
#include "app/report/progress_html.h"
#include "app/report/progress_markdown.h"
#include "app/web/bundle.h"
#include "tests/app/progress/example_history.h"

namespace exchange::progress_report_test {
namespace {

using progress::day;
using progress::ExampleHistory;

progress::Summary summary_of(const progress::History& history) {
    return progress::summarise(history, day("2026-06-15"));
}

std::string without(std::string text, std::string_view part) {
    const auto at = text.find(part);
    return at == std::string::npos ? text : text.erase(at, part.size());
}

// The report without what is the same in all of them: our script and style.
std::string own_html(const progress::Summary& summary, Audience audience) {
    return without(without(progress_html(summary, audience), web::bundled("report.js")),
                   web::bundled("report.css"));
}

// What people read of it: no tags, no data.
std::string visible(const std::string& html) {
    std::string text;
    const auto end = html.find("<script");
    bool in_tag = false;
    for (const char each : html.substr(html.find("<body"), end - html.find("<body"))) {
        in_tag = each == '<' || (in_tag && each != '>');
        if (!in_tag && each != '>') {
            text += each;
        }
    }
    return text;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void expect_golden(const std::string& text, const std::string& name) {
    std::ifstream file(SOURCE_DIR "/tests/app/report/" + name);
    std::ostringstream golden;
    golden << file.rdbuf();
    if (text != golden.str()) {
        const auto seen = testing::TempDir() + name;
        std::ofstream(seen) << text;
        ADD_FAILURE() << "diff tests/app/report/" << name << ' ' << seen
                      << "\nand copy it there if the new one is better";
    }
}

TEST(ProgressMarkdown, OfTheExampleIsTheGoldenOne) {
    expect_golden(progress_markdown(summary_of(progress::example_history()), Audience::clinic),
                  "progress.golden.md");
}

TEST(ProgressMarkdown, ForThePatientIsTheGoldenOne) {
    expect_golden(progress_markdown(summary_of(progress::example_history()), Audience::patient),
                  "progress_patient.golden.md");
}

TEST(ProgressTable, HasARowForEveryValue) {
    ExampleHistory example;
    example.session("2026-01-05T10:30");
    example.score("tewl", "2026-01-05", 14.2, schema::Region::left_cheek);
    example.score("tewl", "2026-02-01T09:00", 13, schema::Region::left_cheek);
    example.score("gags", "2026-02-05", 12);
    EXPECT_EQ(progress_csv(summary_of(example.history())),
              "instrument,region,at,value,unit,after_sessions,ratings,places,days_too_soon\n"
              "gags,,2026-02-05,12,{score},1,1,,\n"
              "tewl,left_cheek,2026-01-05,14.2,g/(m2.h),0,1,,\n"
              "tewl,left_cheek,2026-02-01T09:00,13,g/(m2.h),1,1,,27\n");
}

TEST(ProgressHtml, NeedsNothingElse) {
    const auto summary = summary_of(progress::example_history());
    const auto html = own_html(summary, Audience::clinic);
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
    for (const auto* part :
         {"http:", "https:", "src=", "href=", "<img", "<link", "url(", "style="}) {
        EXPECT_FALSE(holds(html, part)) << part;
    }
    const auto css = std::string(web::bundled("report.css"));
    for (const auto* part : {"http", "url(", "@import"}) {
        EXPECT_FALSE(holds(css, part)) << part;
    }
    for (const auto* part : {"prefers-color-scheme:dark", "@media print", "size:A4"}) {
        EXPECT_TRUE(holds(css, part)) << part;
    }
    EXPECT_FALSE(holds(html, "measures improved")) << "no tally: scales are not votes";
    for (const auto* part : {"Goodman-Baron qualitative grade: 3 at the start to 2",
                             "<bdi>هدى صالح</bdi>",
                             "48 → 21 lesions (−27, −56\u00A0%)",
                             "class=\"verdict improved\">better</span>",
                             "class=\"verdict \">looks better</span>",
                             "Shaded: differences from the baseline that chance can explain",
                             "class=\"charts small\"",
                             "Transepidermal water loss, left cheek",
                             "\"noise\":{\"value\":4,"}) {
        EXPECT_TRUE(holds(html, part)) << part;
    }
}

TEST(ProgressHtml, LetsOnlyItsOwnScriptAndStyleRun) {
    const auto html = progress_html(summary_of(progress::example_history()), Audience::clinic);
    const auto policy = std::string(web::bundled("report.csp"));
    EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'sha256-")) << policy;
    EXPECT_TRUE(holds(html, "Content-Security-Policy\" content=\"" + policy + "\">"));
    EXPECT_TRUE(holds(html, "<script>" + std::string(web::bundled("report.js")) + "</script>"));
    EXPECT_TRUE(holds(html, "<style>" + std::string(web::bundled("report.css")) + "</style>"));
    for (const auto* part : {"</script", "<!--"}) {
        EXPECT_FALSE(holds(std::string(web::bundled("report.js")), part)) << part;
    }
}

TEST(ProgressHtml, ForThePatientHasWordsAndNoRules) {
    const auto html = own_html(summary_of(progress::example_history()), Audience::patient);
    EXPECT_TRUE(holds(html, "Scars, grade: 3 at the start, 2 now (0 is no scars, 4 is severe)."));
    EXPECT_TRUE(holds(html, "<h3>Scars, grade</h3>"));
    for (const auto* part : {"Goodman", "esponder", "noise", "sign off", "tewl", "_"}) {
        EXPECT_FALSE(holds(visible(html), part)) << part;
    }
    for (const auto* part : {"tewl", "sign_off", "depth_mm", "findings", "\"noise\":{"}) {
        EXPECT_FALSE(holds(html, part)) << "nor is it in the data: " << part;
    }
}

TEST(ProgressHtml, TakesNoTextOfTheBookForMarkup) {
    ExampleHistory example;
    const std::string evil = "</script><script>alert(1)</script>\" onload='x' &|*<!--";
    example.patient().chart = evil;
    example.patient().name = evil;
    auto& ours = example.instrument("ours");
    ours.name = evil;
    ours.unit = "<b>";
    ours.noise = 1;
    ours.noise_source = evil;
    example.score("ours", "2026-01-05", 3);
    example.score("ours", "2026-02-05", 1);
    const auto summary = summary_of(example.history());
    for (const auto audience : {Audience::clinic, Audience::patient}) {
        const auto html = own_html(summary, audience);
        EXPECT_EQ(html.find("<script>alert"), std::string::npos);
        EXPECT_EQ(html.find("<!--"), std::string::npos);
        EXPECT_FALSE(holds(visible(html), "' &|"));
        const auto data = html.substr(html.find("<script type=\"application/json\">"));
        EXPECT_EQ(holds(data, "\\u003c/script>"), audience == Audience::clinic)
            << "the name is in the clinic's data, escaped";
        EXPECT_FALSE(holds(progress_markdown(summary, audience), "<script"));
    }
}

TEST(ProgressHtml, OfVeryManyValuesShowsTheLastTwelve) {
    ExampleHistory example;
    for (int i = 0; i < 13; ++i) {
        example.score("gags", day("2026-01-01").plus_days(i).text(), i);
    }
    const auto html = progress_html(summary_of(example.history()), Audience::clinic);
    EXPECT_TRUE(holds(html, "The last 12 of 13 values; the CSV has all."));
    EXPECT_FALSE(holds(html, "<td>2026-01-01</td>"));
    EXPECT_TRUE(holds(html, "<td>2026-01-02</td>"));
}

// Every format of a summary, none of which may hold a number that is none.
void expect_sensible(const progress::Summary& summary) {
    for (const auto audience : {Audience::clinic, Audience::patient}) {
        for (const auto& text : {own_html(summary, audience),
                                 progress_markdown(summary, audience),
                                 json_text(progress_json(summary)),
                                 progress_csv(summary)}) {
            const std::regex bad(R"(\bnan\b|\binf\b|\{(measure|date|list)\})", std::regex::icase);
            std::smatch found;
            EXPECT_FALSE(std::regex_search(text, found, bad)) << found.str();
        }
    }
}

TEST(HostileSummary, OfNobody) {
    const auto summary = summary_of(ExampleHistory().history());
    expect_sensible(summary);
    EXPECT_FALSE(holds(progress_html(summary, Audience::clinic), "Values over time"));
    EXPECT_TRUE(holds(progress_html(summary, Audience::patient), "Nothing has been measured yet"));
}

TEST(HostileSummary, OfOneVisit) {
    ExampleHistory example;
    example.session("2026-06-15");
    example.score("gags", "2026-06-15", 12);
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    EXPECT_TRUE(holds(progress_html(summary, Audience::clinic),
                      "with no later visit to compare: not enough data."));
    EXPECT_TRUE(
        holds(progress_html(summary, Audience::patient), "There are not enough visits yet"));
}

TEST(HostileSummary, OfEqualValuesAndOfAZeroBaseline) {
    ExampleHistory example;
    for (int i = 0; i < 4; ++i) {
        const auto on = day("2026-01-01").plus_days(28 * i).text();
        example.score("gags", on, 9);
        example.score("iga", on, 0);
        example.score("lesions_total", on, i);
    }
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    const auto html = progress_html(summary, Audience::clinic);
    EXPECT_TRUE(holds(html, "9 → 9 points (0)"));
    EXPECT_TRUE(holds(html, "0 → 3 lesions (+3)")) << "no percentage of nothing";
    EXPECT_TRUE(holds(html, "not for this baseline")) << "nor a responder";
}

TEST(HostileSummary, OfTwoInstrumentsSwappedMidway) {
    ExampleHistory example;
    example.score("ecca", "2026-01-05", 110);
    example.score("ecca", "2026-02-05", 100);
    example.score("scar_s", "2026-03-05", 5);
    example.score("scar_s", "2026-04-05", 4);
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    EXPECT_TRUE(
        holds(progress_html(summary, Audience::clinic), "one cannot be set against the other"));
}

TEST(HostileSummary, OfTheFuture) {
    ExampleHistory example;
    example.course("2030-01-01", 3, "4w");
    example.session("2030-01-01");
    example.score("gags", "2030-01-01", 12);
    example.event(schema::EventKind::erythema, "2031");
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    EXPECT_FALSE(holds(progress_html(summary, Audience::clinic), "2030"));
}

TEST(HostileSummary, OfGreatNumbers) {
    ExampleHistory example;
    auto& ours = example.instrument("ours");
    ours.low = -1e300;
    ours.noise = 1e300;
    example.score("ours", "2026-01-05", -1e308);
    example.score("ours", "2026-02-05", 1e308);
    example.score("ours", "2026-03-05", 1e-308);
    expect_sensible(summary_of(example.history()));
}

TEST(HostileSummary, OfFiveThousandValues) {
    ExampleHistory example;
    example.course("2012-01-01", 400, "2w");
    for (int i = 0; i < 5000; ++i) {
        const auto on = day("2012-01-01").plus_days(i).text();
        example.score("pahpi", on, 6 + i % 17);
        if (i % 14 == 0) {
            example.session(on);
        }
    }
    const auto summary = summary_of(example.history());
    EXPECT_LT(summary.sentences.patient.size(), 12U);
    EXPECT_LT(summary.sentences.clinic.size(), 20U);
    expect_sensible(summary);
}

}  // namespace
}  // namespace exchange::progress_report_test
