// Reports as files: what is in them, and what is not. How they look,
// tests/app/web/pages/report_file.test.mjs says of the same goldens in a browser.

#include "app/report/report_file.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/export/outcomes_table.h"
#include "app/export/progress_table.h"
#include "app/json/outcomes_json.h"
#include "app/json/progress_json.h"
#include "app/text/csv.h"
#include "app/web/bundle.h"
#include "db/ledger/sha256.h"
#include "schema/types/error.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/report/example_outcomes.h"

namespace exchange::report_file_test {
namespace {

using progress::day;
using progress::ExampleHistory;

const progress::CareContact clinic{.clinic = "Skin clinic", .telephone = "04 555 0142"};

progress::Summary summary_of(const progress::History& history) {
    return progress::summarise(history, day("2026-06-15"));
}

std::string read_file(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const auto at = text.find(begin) + begin.size();
    return text.substr(at, text.find(end, at) - at);
}

// What the report is drawn from.
std::string data_of(const std::string& html) {
    return between(html, "data-report>", "</script>");
}

std::string english(const progress::Summary& summary, Audience audience = Audience::clinic) {
    return progress_file(summary, audience, ReportLanguage::english);
}

void expect_golden(const std::string& text, const std::string& name) {
    if (text != read_file(SOURCE_DIR "/tests/app/report/" + name)) {
        const auto seen = testing::TempDir() + name;
        std::ofstream(seen) << text;
        ADD_FAILURE() << "diff tests/app/report/" << name << ' ' << seen
                      << "\nand copy it there if the new one is better";
    }
}

void expect_golden_data(const std::string& html, const std::string& name) {
    expect_golden(nlohmann::ordered_json::parse(data_of(html)).dump(1) + "\n", name);
}

TEST(ReportFile, OfTheExamplesHasTheGoldenData) {
    const auto summary = summary_of(progress::example_history());
    expect_golden_data(english(summary), "progress.golden.json");
    expect_golden_data(english(summary, Audience::patient), "progress_patient.golden.json");
    expect_golden_data(outcomes_file(example_outcomes(), clinic, ReportLanguage::english),
                       "outcomes.golden.json");
}

TEST(ReportFile, HasTheJsonOfEveryOtherProgramInIt) {
    const auto summary = summary_of(progress::example_history());
    const auto data = nlohmann::ordered_json::parse(data_of(english(summary)));
    EXPECT_EQ(data["content"]["progress"], progress_json(summary));
    EXPECT_EQ(data["content"]["no_noise"].dump().substr(0, 17), "{\"tewl\":\"none unt");
    const auto html = outcomes_file(example_outcomes(), clinic, ReportLanguage::english);
    EXPECT_EQ(nlohmann::ordered_json::parse(data_of(html))["content"],
              outcomes_json(example_outcomes()));
}

TEST(ReportFile, NeedsNothingElse) {
    const auto html = english(summary_of(progress::example_history()));
    const auto style = between(html, "<style>", "</style>");
    const auto shell = html.substr(0, html.find("<script"));
    for (const auto* part : {"http:", "https:", "src=", "href=", "<link", "@import", "url(/"}) {
        EXPECT_FALSE(holds(shell, part)) << part;
    }
    for (const auto* part :
         {"prefers-color-scheme:dark", "@media print", "size:A4", "font/woff2"}) {
        EXPECT_TRUE(holds(style, part)) << part;
    }
}

TEST(ReportFile, LetsOnlyItsOwnScriptAndStyleRun) {
    const auto html = english(summary_of(progress::example_history()));
    EXPECT_TRUE(holds(html,
                      "Content-Security-Policy\" content=\"default-src 'none'; script-src "
                      "'sha256-"));
    const auto script = between(html, "<script>", "</script>");
    EXPECT_GT(script.size(), 100000U) << "and nothing in it ends it";
    EXPECT_FALSE(holds(script, "<!--"));
}

TEST(ReportFile, WithoutScriptSaysInBothLanguagesHowToOpenIt) {
    const auto html = english(summary_of(progress::example_history()));
    const auto said = between(html, "<noscript>", "</noscript>");
    EXPECT_TRUE(holds(said, "<p lang=\"en\" dir=\"auto\">This file draws its report"));
    EXPECT_TRUE(holds(said, "<p lang=\"ar\" dir=\"auto\">"));
}

TEST(ReportFile, IsInTheLanguageThatIsAskedFor) {
    const auto summary = summary_of(progress::example_history());
    const auto arabic = progress_file(summary, Audience::clinic, ReportLanguage::arabic);
    EXPECT_TRUE(arabic.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n"));
    EXPECT_TRUE(holds(arabic, "data-texts=\"ar\""));
    EXPECT_FALSE(holds(arabic, "data-texts=\"en\""));
    EXPECT_EQ(data_of(arabic), data_of(english(summary))) << "the data knows no language";
    const auto both = progress_file(summary, Audience::patient, ReportLanguage::both);
    EXPECT_TRUE(both.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n"));
    EXPECT_LT(both.find("data-texts=\"en\""), both.find("data-texts=\"ar\""));
}

TEST(ReportFile, OfAPatientIsByItselfInTheirLanguage) {
    schema::Patient patient;
    EXPECT_EQ(language_for(patient), ReportLanguage::english);
    patient.language = schema::PatientLanguage::ar;
    EXPECT_EQ(language_for(patient), ReportLanguage::arabic);
    patient.language = schema::PatientLanguage::en;
    EXPECT_EQ(language_for(patient), ReportLanguage::english);
}

TEST(ReportFile, SaysHowTheClinicWritesNumbersAndDays) {
    auto summary = summary_of(progress::example_history());
    summary.contact.digits = schema::Digits::arab;
    summary.contact.umm_al_qura = true;
    summary.patient.language = schema::PatientLanguage::ar;
    const auto shown = nlohmann::json::parse(data_of(english(summary, Audience::patient)));
    for (const auto& said : {shown["clinic"], shown["content"]}) {
        EXPECT_EQ(said["digits"], "arab");
        EXPECT_EQ(said["umm_al_qura"], true);
    }
    EXPECT_EQ(shown["content"]["language"], "ar");
}

TEST(ReportFile, IsInTwoLanguagesOnlyForAPatient) {
    const auto summary = summary_of(progress::example_history());
    EXPECT_THROW(progress_file(summary, Audience::clinic, ReportLanguage::both), schema::Error);
    EXPECT_THROW(outcomes_file(example_outcomes(), clinic, ReportLanguage::both), schema::Error);
    EXPECT_TRUE(holds(aftercare_file({}, {}, {}, clinic, ReportLanguage::both), "04 555 0142"));
}

TEST(ReportFile, SaysWithWhichEntryTheLedgerEndedWhereThatIsGiven) {
    const auto summary = summary_of(progress::example_history());
    const db::Head end{.seq = 96, .hash = db::hash_of_hex(std::string(64, 'a'))};
    const auto clinics = progress_file(summary, Audience::clinic, ReportLanguage::english, end);
    const auto said = nlohmann::json::parse(data_of(clinics))["ledger"];
    EXPECT_EQ(said["entry"], 96);
    EXPECT_EQ(said["hash"], std::string(64, 'a'));
    EXPECT_FALSE(nlohmann::json::parse(data_of(english(summary))).contains("ledger"));
    const auto patients = progress_file(summary, Audience::patient, ReportLanguage::english, end);
    EXPECT_FALSE(nlohmann::json::parse(data_of(patients)).contains("ledger"))
        << "what a patient reads has no word of ledgers";
    const auto card = aftercare_file({}, {}, {}, clinic, ReportLanguage::english, end);
    EXPECT_EQ(nlohmann::json::parse(data_of(card))["ledger"], said);
}

TEST(ReportFile, ForThePatientHasNoRulesInItsData) {
    const auto data = data_of(english(summary_of(progress::example_history()), Audience::patient));
    EXPECT_TRUE(holds(data, "Scars, grade: 3 at the start, 2 now (0 is no scars, 4 is severe)."));
    for (const auto* part : {"tewl", "sign_off", "depth_mm", "findings", "\"noise\"", "Goodman"}) {
        EXPECT_FALSE(holds(data, part)) << part;
    }
}

TEST(ReportFile, TakesNoTextOfTheBookForMarkup) {
    ExampleHistory example;
    const std::string evil = "</script><script>alert(1)</script>\u2028\u202E<!--";
    example.patient().chart = evil;
    example.patient().name = evil;
    auto& ours = example.instrument("ours");
    ours.name = evil;
    ours.noise = 1;
    ours.noise_source = evil;
    example.score("ours", "2026-01-05", 3);
    example.score("ours", "2026-02-05", 1);
    const auto summary = summary_of(example.history());
    const auto plain = english(summary_of(ExampleHistory().history()));
    for (const auto audience : {Audience::clinic, Audience::patient}) {
        const auto html = english(summary, audience);
        const auto data = data_of(html);
        EXPECT_TRUE(data.ends_with("}")) << "the name does not end its element";
        EXPECT_TRUE(
            holds(data, R"(\u003c/script>\u003cscript>alert(1)\u003c/script>\u2028\u202e)"));
        for (const auto* part : {"<", "\u2028", "\u202E"}) {
            EXPECT_FALSE(holds(data, part)) << part;
        }
        EXPECT_EQ(html.substr(0, html.find("<script type")),
                  plain.substr(0, plain.find("<script type")))
            << "nothing of the book stands before its data";
    }
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

TEST(OutcomesTable, OfNobodyIsItsHeader) {
    const auto csv = outcomes_csv({.as_of = day("2026-06-15")});
    EXPECT_EQ(csv.find('\n'), csv.size() - 1);
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

// Every format of a summary, none of which may hold a number that is none.
void expect_sensible(const progress::Summary& summary) {
    for (const auto& text : {data_of(english(summary)),
                             data_of(english(summary, Audience::patient)),
                             progress_csv(summary)}) {
        const std::regex bad(R"(\bnan\b|\binf\b|\{(measure|date|list)\})", std::regex::icase);
        std::smatch found;
        EXPECT_FALSE(std::regex_search(text, found, bad)) << found.str();
    }
}

TEST(HostileSummary, OfNobody) {
    const auto summary = summary_of(ExampleHistory().history());
    expect_sensible(summary);
    EXPECT_TRUE(
        holds(data_of(english(summary, Audience::patient)), "Nothing has been measured yet"));
}

TEST(HostileSummary, OfOneVisit) {
    ExampleHistory example;
    example.session("2026-06-15");
    example.score("gags", "2026-06-15", 12);
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    EXPECT_TRUE(
        holds(data_of(english(summary)), "with no later visit to compare: not enough data."));
    EXPECT_TRUE(
        holds(data_of(english(summary, Audience::patient)), "There are not enough visits yet"));
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
    const auto data = nlohmann::json::parse(data_of(english(summary)));
    for (const auto& series : data["content"]["progress"]["series"]) {
        if (series["instrument"] == "lesions_total") {
            EXPECT_TRUE(series["percent_change"].is_null()) << "no percentage of nothing";
            EXPECT_TRUE(series["responder"].is_null()) << "nor a responder";
        }
    }
}

TEST(HostileSummary, OfTwoInstrumentsSwappedMidway) {
    ExampleHistory example;
    example.score("ecca", "2026-01-05", 110);
    example.score("ecca", "2026-02-05", 100);
    example.score("scar_s", "2026-03-05", 5);
    example.score("scar_s", "2026-04-05", 4);
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    EXPECT_TRUE(holds(data_of(english(summary)), "one cannot be set against the other"));
}

TEST(HostileSummary, OfTheFuture) {
    ExampleHistory example;
    example.course("2030-01-01", 3, "4w");
    example.session("2030-01-01");
    example.score("gags", "2030-01-01", 12);
    example.event(schema::EventKind::erythema, "2031");
    const auto summary = summary_of(example.history());
    expect_sensible(summary);
    EXPECT_FALSE(holds(data_of(english(summary)), "2030"));
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
    const auto csv = progress_csv(summary);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5001) << "the CSV has all";
}

}  // namespace
}  // namespace exchange::report_file_test
