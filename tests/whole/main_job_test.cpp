// What a clinic does with the book, from an empty folder to a progress summary: the published
// worked numbers, corrections and voids.

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::main_job_test {
namespace {

using Json = nlohmann::ordered_json;

Json progress(const support::CommandLine& cli) {
    return Json::parse(cli.must("progress C-001 --json --as-of 2026-06-15"));
}

// The patient's series on a scale; null if there is none.
Json series(const Json& summary, const std::string& instrument) {
    for (const auto& each : summary["series"]) {
        if (each["instrument"] == instrument) {
            return each;
        }
    }
    return nullptr;
}

std::vector<double> values(const Json& summary, const std::string& instrument) {
    std::vector<double> all;
    const auto found = series(summary, instrument);
    if (!found.is_null()) {
        for (const auto& point : found["points"]) {
            all.push_back(point["value"].get<double>());
        }
    }
    return all;
}

class MainJob : public testing::Test {
  protected:
    // A new book with one patient.
    support::CommandLine cli(const char* name = "clinic.needlebook") const {
        const support::CommandLine made(folder_ / name);
        made.must("init");
        made.must(
            "patient add --chart C-001 --name 'Huda Saleh' --born 1996-04-02 --sex female "
            "--fitzpatrick IV");
        return made;
    }

    support::TemporaryFolder folder_;
};

// The job of a first visit and two more, in a new book; the summary.
Json run_main_job(const support::CommandLine& clinic) {
    for (const auto* line :
         {"course start C-001 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05",
          "session record C-001 --at 2026-01-05T10:30 --device pen --lot L123 --area "
          "left_cheek:1.5:4 --area forehead:0.75:3 --endpoint pinpoint_bleeding --pain 4",
          "session record C-001 --at 2026-02-02T10:30 --device pen --lot L123 --area "
          "left_cheek:1.5:4 --endpoint pinpoint_bleeding --pain 3",
          "acne record C-001 --on 2026-01-05 --region forehead:papules=9 --rest clear",
          "acne record C-001 --on 2026-02-02 --region forehead:papules=5 --rest clear",
          "acne record C-001 --on 2026-03-02 --region forehead:papules=2 --rest clear",
          "pigmentation record C-001 --on 2026-01-05 --kind pih --pahpi "
          "size=6,intensity=9,number=4",
          "pigmentation record C-001 --on 2026-02-02 --kind pih --pahpi "
          "size=4,intensity=6,number=3",
          "pigmentation record C-001 --on 2026-03-02 --kind pih --pahpi "
          "size=4,intensity=6,number=2"}) {
        clinic.must(line);
    }
    return progress(clinic);
}

TEST_F(MainJob, RunsFromAnEmptyFolderToASummaryInUnderASecond) {
    auto fastest = std::chrono::steady_clock::duration::max();
    for (const auto* book : {"first.needlebook", "second.needlebook", "third.needlebook"}) {
        const auto begin = std::chrono::steady_clock::now();
        run_main_job(cli(book));
        fastest = std::min(fastest, std::chrono::steady_clock::now() - begin);
    }
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(fastest, std::chrono::seconds(1));
#endif
}

TEST_F(MainJob, EndsWithASummaryOfWhatWasRecorded) {
    const auto clinic = cli();
    const auto summary = run_main_job(clinic);
    EXPECT_EQ(summary["patient"]["chart"], "C-001");
    EXPECT_EQ(summary["as_of"], "2026-06-15");
    EXPECT_EQ(summary["course"]["done"], 2);
    EXPECT_EQ(summary["sessions"].size(), 2U);
    EXPECT_EQ(values(summary, "lesions_inflammatory"), (std::vector<double>{9, 5, 2}));
    EXPECT_EQ(values(summary, "pahpi"), (std::vector<double>{19, 13, 12}));
    const auto lesions = series(summary, "lesions_inflammatory");
    EXPECT_EQ(lesions["n"], 3);
    EXPECT_EQ(lesions["baseline"]["value"], 9);
    EXPECT_EQ(lesions["latest"]["value"], 2);
    EXPECT_EQ(lesions["best"]["value"], 2);
    EXPECT_EQ(lesions["change"], -7);
    EXPECT_NEAR(lesions["percent_change"].get<double>(), -700.0 / 9, 1e-9);
    EXPECT_EQ(lesions["since_last_visit"]["change"], -3);
    EXPECT_EQ(lesions["since_last_visit"]["verdict"], "unchanged");
    EXPECT_EQ(lesions["points"][1]["after_sessions"], 1);
    EXPECT_EQ(lesions["points"][1]["record"]["kind"], "acne_status");
    EXPECT_EQ(clinic("check").err, "");
}

TEST_F(MainJob, GivesGagsOnlyWhenTheWholeFaceWasSeen) {
    const auto clinic = cli();
    const std::string seen =
        "acne record C-001 --region forehead:papules=4 --region right_cheek:pustules=3 --region "
        "nose:open_comedones=8 ";
    clinic.must(seen + "--on 2026-01-05");
    EXPECT_EQ(values(progress(clinic), "gags"), std::vector<double>());
    EXPECT_EQ(values(progress(clinic), "lesions_total"), std::vector<double>{15});
    clinic.must(seen + "--on 2026-02-02 --rest clear");
    EXPECT_EQ(values(progress(clinic), "gags"), std::vector<double>{11});
}

TEST_F(MainJob, GivesMasiMmasiAndPahpiAsPublished) {
    const auto clinic = cli();
    clinic.must(
        "pigmentation record C-001 --on 2026-01-05 --kind melasma --mmasi forehead:3:2:2 "
        "--mmasi right_cheek:4:3:2 --mmasi left_cheek:4:3:2 --mmasi chin:1:1:1");
    clinic.must(
        "pigmentation record C-001 --on 2026-01-05 --kind pih --pahpi "
        "size=4,intensity=6,number=2");
    const auto summary = progress(clinic);
    EXPECT_EQ(values(summary, "mmasi"), std::vector<double>{9.1});
    EXPECT_EQ(values(summary, "masi"), std::vector<double>{15.8});
    EXPECT_EQ(values(summary, "pahpi"), std::vector<double>{12});
}

TEST_F(MainJob, NeverMixesAcneScarsAndMarks) {
    const auto clinic = cli();
    clinic.must(
        "pigmentation record C-001 --on 2026-01-05 --kind pih --pahpi "
        "size=8,intensity=9,number=5");
    const auto summary = progress(clinic);
    for (const auto& each : summary["series"]) {
        EXPECT_EQ(each["concern"], "pigmentation") << each["instrument"];
    }
}

TEST_F(MainJob, ShowsADifferenceBetweenAWrittenTotalAndItsItems) {
    const auto clinic = cli();
    clinic.must(
        "questionnaire record C-001 --on 2026-01-05 --which dlqi --answers "
        "1,2,0,1,1,0,1,0,0,1 --total 9");
    const auto point = series(progress(clinic), "dlqi")["points"][0];
    EXPECT_EQ(point["value"], 7);
    EXPECT_EQ(point["recorded_total"], 9);
}

TEST_F(MainJob, ShowsACorrectionInTheLedgerAndInTheSummary) {
    const auto clinic = cli();
    clinic.must("acne record C-001 --on 2026-01-05 --region chin:papules=31 --rest clear");
    clinic.must("acne correct 1 --region chin:papules=13 --reason 'digits swapped'");
    EXPECT_EQ(values(progress(clinic), "lesions_total"), std::vector<double>{13});
    const auto ledger = clinic.must("ledger C-001");
    for (const auto* part : {"papules 31 → 13", "value 31", "digits swapped", "acne correct"}) {
        EXPECT_NE(ledger.find(part), std::string::npos) << part << "\n" << ledger;
    }
    EXPECT_EQ(clinic("check").err, "");
}

TEST_F(MainJob, ShowsAVoidInTheLedgerAndTakesItOutOfTheSummary) {
    const auto clinic = cli();
    clinic.must("acne record C-001 --on 2026-01-05 --region chin:papules=31 --rest clear");
    clinic.must("acne void 1 --reason 'wrong patient'");
    EXPECT_EQ(progress(clinic)["series"].size(), 0U);
    EXPECT_EQ(Json::parse(clinic.must("acne list C-001 --json")).size(), 0U);
    EXPECT_EQ(Json::parse(clinic.must("acne show 1 --json"))["voided"], true);
    const auto ledger = clinic.must("ledger C-001");
    for (const auto* part : {"papules 31", "voided 0 → 1", "wrong patient", "acne void"}) {
        EXPECT_NE(ledger.find(part), std::string::npos) << part << "\n" << ledger;
    }
    EXPECT_EQ(clinic("check").err, "");
}

TEST_F(MainJob, KeepsNamesAndNotesByteForByte) {
    const auto clinic = cli();
    const std::string name = "  أحمد \"O'Neil\" <b>&amp; 𝒵 é e\u0301 ";
    const std::string note = "line one\nline two;\tand more; =1+1, 100 %";
    EXPECT_EQ(
        clinic.run({"patient", "add", "--chart", "C-7", "--name", name, "--note", note}).status, 0);
    const auto shown = Json::parse(clinic.must("patient show C-7 --json"));
    EXPECT_EQ(shown["name"], name);
    EXPECT_EQ(shown["note"], note);
    EXPECT_NE(clinic.must("patient find احمد").find("C-7"), std::string::npos);
}

TEST_F(MainJob, AnswersARepeatedKeyAsTheFirstTimeAndWritesNothing) {
    const auto clinic = cli();
    for (const auto* line :
         {"course start C-001 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05",
          "session record C-001 --at 2026-01-05T10:30 --device pen --area chin:1:4",
          "acne record C-001 --on 2026-01-05 --iga 3",
          "acne record C-001 --on 2026-02-02 --iga 2"}) {
        clinic.must(line);
    }
    const auto entries = [&] {
        return Json::parse(clinic.must("check --json"))["entries"].get<int>();
    };
    int key = 0;
    for (const auto& line :
         {std::string("patient add --chart C-002"),
          std::string("acne record C-001 --on 2026-04-02 --iga 1"),
          std::string("acne correct 1 --iga 4 --reason misread"),
          std::string("acne void 2 --reason slip"),
          std::string("session record C-001 --at 2026-03-02 --device pen --area chin:1:4"),
          std::string("session void 2 --reason slip"),
          std::string("course end 1 --on 2026-06-01"),
          std::string("score record C-001 --instrument leeds --at 2026-04-05 --value 4"),
          std::string("patient tag C-001 arm=placebo"),
          std::string("patient untag C-001 arm"),
          std::string("instrument add severity --name S --range 0:1 --better lower --unit 1"),
          std::string("clinic set name=Other"),
          std::string("patient correct C-002 --chart C-003 --reason test"),
          std::string("patient void C-003 --reason slip --yes")}) {
        SCOPED_TRACE(line);
        const auto keyed = line + fmt::format(" --key tablet-{}", ++key);
        const auto before = entries();
        const auto first = clinic(keyed);
        EXPECT_EQ(first.status, 0) << first.err;
        EXPECT_EQ(entries(), before + 1);
        const auto again = clinic(keyed);
        EXPECT_EQ(again.status, 0) << again.err;
        // the id; what a correction changed is said the first time alone
        EXPECT_EQ(again.out, first.out.substr(0, first.out.find('\n') + 1));
        EXPECT_EQ(entries(), before + 1);
    }
}

TEST_F(MainJob, PrintsProgressForPeopleInEveryFormat) {
    const auto clinic = cli();
    clinic.must("acne record C-001 --on 2026-01-05 --iga 3");
    clinic.must("acne record C-001 --on 2026-03-05 --iga 1");
    const auto report = [&](const std::string& options) {
        return clinic.must("progress C-001 --as-of 2026-06-15 " + options);
    };
    EXPECT_EQ(report("--for clinic --format text"), report(""));
    EXPECT_NE(report("--for patient")
                  .find("Acne, the doctor's rating: 3 at the start, 1 on 5 March (0 is clear"),
              std::string::npos);
    EXPECT_NE(report("--format csv").find("iga,,2026-03-05,1,{score},0,1,,\n"), std::string::npos);
    EXPECT_TRUE(report("--format html --for patient").starts_with("<!DOCTYPE html>"));
    EXPECT_NE(report("--format html --language ar").find("<html lang=\"ar\" dir=\"rtl\">"),
              std::string::npos);
    EXPECT_TRUE(clinic.must("aftercare C-001 --format html --language en+ar")
                    .starts_with("<!DOCTYPE html>"));
}

TEST_F(MainJob, RefusesFormatsAndLanguagesThatThereAreNot) {
    const auto clinic = cli();
    for (const auto* command : {"progress C-001", "outcomes", "aftercare C-001"}) {
        const auto format = clinic(std::string(command) + " --format markdown");
        EXPECT_EQ(format.status, 1);
        EXPECT_NE(format.err.find("--format"), std::string::npos) << format.err;
        EXPECT_NE(format.err.find("text, html"), std::string::npos) << format.err;
        const auto language = clinic(std::string(command) + " --format html --language fr");
        EXPECT_EQ(language.status, 1);
        EXPECT_NE(language.err.find("en, ar"), std::string::npos) << language.err;
        const auto terminal = clinic(std::string(command) + " --language ar");
        EXPECT_EQ(terminal.status, 2) << "the terminal is in English";
        EXPECT_NE(terminal.err.find("--format html"), std::string::npos) << terminal.err;
    }
    EXPECT_EQ(clinic("outcomes --format html --language en+ar").status, 2);
}

}  // namespace
}  // namespace whole::main_job_test
