// Lists as programs and offices take them: CSV, TSV, lines of JSON, workbooks, calendars.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::lists_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Lists : public testing::Test {
  protected:
    Lists() {
        desk_.must("init --name Clinic --time-zone Africa/Cairo");
        desk_.must("patient add --chart C1 --name =1+1 --confirm name --born 1990-02-03");
        desk_.must("patient add --chart C2");
        desk_.must("session record C1 --at 2026-01-05T10:00 --device pen --area left_cheek:1.5:4");
        desk_.must("session record C1 --at 2026-03-05T10:00 --device pen --area left_cheek:1.5:4");
        desk_.must("session record C2 --at 2026-03-05T12:30 --device pen --area forehead:0.5:2");
        desk_.must("reading record C1 --on 2026-01-05 --what sebum --region chin --value 9.25");
    }
    std::string out(const char* name) const { return (folder_ / name).string(); }
    // The first sheet as a reader of its own sees it: Python's openpyxl, types and all.
    static Json read_workbook(const std::string& file) {
        const auto* script = R"(
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
cell = lambda c: None if c.value is None else [c.data_type, str(c.value), c.number_format]
print(json.dumps({"rows": [[cell(c) for c in row] for row in sheet.iter_rows()],
                  "frozen": sheet.freeze_panes, "title": sheet.title}))
)";
        const auto ran = support::Process({"/usr/bin/python3", "-c", script, file}).wait();
        EXPECT_EQ(ran.status, 0) << ran.err;
        return Json::parse(ran.out);
    }
    static std::string text_of(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Lists, AreCsvTsvAndJsonALine) {
    EXPECT_EQ(desk_.must("session list C1 --csv --columns patient,at,areas"),
              "patient,at,areas\nC1,2026-01-05T10:00,left_cheek:1.5:4\n"
              "C1,2026-03-05T10:00,left_cheek:1.5:4\n");
    EXPECT_EQ(desk_.must("session list C1 --tsv --columns at,device --limit 1"),
              "at\tdevice\n2026-01-05T10:00\tpen\n");
    EXPECT_EQ(desk_.must("session list C1 --format csv --columns at --limit 0"), "at\n");
    const auto lines = desk_.must("session list C1 --ndjson");
    EXPECT_EQ(Json::parse(lines.substr(0, lines.find('\n'))),
              Json::parse(desk_.must("session list C1 --json")).at(0));
    EXPECT_THAT(desk_.must("patient list --csv --columns chart,name"), HasSubstr("C1,=1+1"));
}

TEST_F(Lists, AreOfTheDaysThatAreAskedFor) {
    const auto days = [&](const std::string& options) {
        return desk_.must("session list C1 --csv --columns at " + options);
    };
    EXPECT_EQ(days("--from 2026-01-06"), "at\n2026-03-05T10:00\n");
    EXPECT_EQ(days("--until 2026-01-05"), "at\n2026-01-05T10:00\n");
    EXPECT_EQ(days("--from 2026-01-06 --until 2026-03-04"), "at\n");
    EXPECT_EQ(desk_.must("session list C1 --from 2026-04-01"),
              "No sessions of what was asked for.\n");
    EXPECT_THAT(desk_("session list C1 --from soon").err,
                HasSubstr("--from: \"soon\" is not a day"));
}

TEST_F(Lists, AreOfAllPatientsOnTheDaysThatAreNamedAndOfNoOtherDays) {
    EXPECT_EQ(desk_.must("session list --on 2026-03-05 --csv --columns patient,at"),
              "patient,at\nC1,2026-03-05T10:00\nC2,2026-03-05T12:30\n");
    EXPECT_EQ(Json::parse(desk_.must("session list --on 2026-03-05 --json")).size(), 2U);
    const auto none = desk_("session list");
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, HasSubstr("not said whose"));
    desk_.must("patient void C2 --reason twice --yes");
    EXPECT_THAT(desk_.must("session list --on 2026-03-05 --csv"), Not(HasSubstr("C2")));
}

TEST_F(Lists, RefuseTwoFormatsAndColumnsOfJson) {
    EXPECT_EQ(desk_("session list C1 --json --csv").status, 2);
    EXPECT_THAT(desk_("session list C1 --format html").err, HasSubstr("is not one of them"));
    EXPECT_THAT(desk_("session list C1 --ndjson --columns at").err, HasSubstr("every field"));
    EXPECT_THAT(desk_("session list C1 --csv --out x.csv").err, HasSubstr("leave it out"));
    EXPECT_THAT(desk_("session list C1 --format xlsx").err, HasSubstr("--out list.xlsx"));
}

TEST_F(Lists, AreWorkbooksWithDatesNumbersAndTextsThatAreNeverFormulas) {
    desk_.must("patient list --format xlsx --out '" + out("patients.xlsx") + "'");
    const auto patients = read_workbook(out("patients.xlsx"));
    EXPECT_EQ(patients["title"], "patients");
    EXPECT_EQ(patients["frozen"], "A2");
    const auto& first = patients["rows"][1];
    EXPECT_EQ(first[0], (Json{"n", "1", "General"}));
    EXPECT_EQ(first[2], (Json{"s", "=1+1", "General"})) << "a text, not a formula";
    EXPECT_EQ(first[4], (Json{"d", "1990-02-03 00:00:00", "yyyy-mm-dd"}));

    desk_.must("session list C1 --format xlsx --out '" + out("sessions.xlsx") + "'");
    const auto sessions = read_workbook(out("sessions.xlsx"));
    EXPECT_EQ(sessions["rows"][1][2][1], "2026-01-05 10:00:00");
    EXPECT_EQ(sessions["rows"][1][2][0], "d");
    EXPECT_THAT(sessions["rows"][0].dump(), HasSubstr("speed_hz (Hz)"));

    desk_.must("progress C1 --format xlsx --out '" + out("values.xlsx") + "'");
    const auto values = read_workbook(out("values.xlsx"));
    EXPECT_THAT(values["rows"].dump(), HasSubstr(R"(["n","9.25","General"])"));
    desk_.must("outcomes --format xlsx --out '" + out("outcomes.xlsx") + "'");
    EXPECT_EQ(read_workbook(out("outcomes.xlsx"))["rows"][0][0][1], "grouping");
}

TEST_F(Lists, AreWorkbooksForTheOwnerAloneWholeOrNotThere) {
    const auto line = "session list C1 --format xlsx --out '" + out("one.xlsx") + "'";
    EXPECT_THAT(desk_(line).err, StartsWith("written: "));
    EXPECT_EQ(fs::status(out("one.xlsx")).permissions() & fs::perms::mask,
              fs::perms::owner_read | fs::perms::owner_write);
    const auto before = text_of(out("one.xlsx"));
    EXPECT_THAT(desk_(line).err, HasSubstr("is already there"));
    EXPECT_EQ(text_of(out("one.xlsx")), before);
    EXPECT_EQ(desk_("session list C1 --format xlsx --out '" + out("no/one.xlsx") + "'").status, 3);
    for (const auto& each : fs::directory_iterator(folder_.path())) {
        EXPECT_THAT(each.path().string(), Not(HasSubstr("unfinished")));
    }
}

TEST_F(Lists, AreCalendarsWithChartNumbersAndNothingElseOfAPatient) {
    desk_.must("patient correct C1 --name Zypresse --reason r");
    desk_.must("appointment add C1 --at 2026-06-10T10:30 --minutes 45 --note scars");
    desk_.must("appointment add C2 --at 2026-06-11T10:30 --minutes 45 --status cancelled");
    desk_.must("appointment calendar --as-of 2026-06-01 --out '" + out("a.ics") + "'");
    const auto appointments = text_of(out("a.ics"));
    EXPECT_THAT(appointments, StartsWith("BEGIN:VCALENDAR\r\n"));
    EXPECT_THAT(appointments, HasSubstr("DTSTART:20260610T073000Z\r\n")) << "Cairo's summer";
    EXPECT_THAT(appointments, HasSubstr("SUMMARY:C1\r\n"));
    EXPECT_THAT(appointments, Not(HasSubstr("C2")));
    EXPECT_THAT(appointments, Not(HasSubstr("Zypresse")));
    EXPECT_THAT(appointments, Not(HasSubstr("scars")));

    desk_.must(
        "course start C1 --on 2026-01-05 --concern acne_scars --sessions 6 "
        "--every 4w");
    desk_.must("due --as-of 2026-04-02 --format ics --out '" + out("due.ics") + "'");
    const auto due = text_of(out("due.ics"));
    EXPECT_THAT(due, HasSubstr("SUMMARY:C1: session due\r\n"));
    EXPECT_THAT(due, Not(HasSubstr("scars")));
    EXPECT_THAT(desk_("due --format ics").err, HasSubstr("--out list.ics"));
    EXPECT_THAT(desk_("appointment calendar --days 0 --out x.ics").err,
                HasSubstr("--days: 0 is not from 1 to 3660"));
}

}  // namespace
}  // namespace whole::lists_test
