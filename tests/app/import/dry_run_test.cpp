#include "app/import/dry_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/import/import_example.h"

namespace exchange::dry_run_test {
namespace {

using json = nlohmann::ordered_json;
using testing::HasSubstr;

class DryRun : public ImportTest {
  protected:
    json dry(exchange::ImportOptions options) {
        options.dry_run = true;
        const auto before = db::content_of(book).hash;
        const auto report = import(options);
        EXPECT_EQ(db::content_of(book).hash, before);
        return exchange::dry_run_json(report);
    }
};

TEST_F(DryRun, WithoutAKindShowsTheCells) {
    auto options = rows("", "a;b\n1;\"x\ny\"\n\n2\n");
    options.kind.reset();
    options.dry_run = true;
    const auto said = exchange::dry_run_json(exchange::look_at_file(options));
    EXPECT_EQ(said["delimiter"], ";");
    EXPECT_EQ(said["encoding"], "UTF-8");
    EXPECT_TRUE(said["kind"].is_null());
    EXPECT_EQ(said["header"], json({"a", "b"}));
    EXPECT_EQ(said["rows"][0],
              json::parse(R"({"line": 2, "cells": ["1", "x\ny"], "record": null})"));
    EXPECT_EQ(said["rows"][1]["line"], 5);  // as it is, never shifted
    EXPECT_EQ(said["rows"][1]["cells"], json({"2"}));
    ASSERT_EQ(said["problems"].size(), 1U);
    EXPECT_THAT(said["problems"][0]["where"].get<std::string>(), HasSubstr(":5"));
    EXPECT_EQ(said["would_import"], 0);
}

TEST_F(DryRun, ShowsRecordsAsTheyWereUnderstood) {
    auto options = rows("acne", "patient,on,forehead.papules,TRT\nC-1,2024-01-05,3,A\n");
    options.create_patients = true;
    options.map = {"tag:arm=TRT"};
    const auto said = dry(options);
    const auto& record = said["rows"][0]["record"];
    EXPECT_EQ(record["patient"], "C-1");
    EXPECT_EQ(record["on"], "2024-01-05");
    EXPECT_TRUE(record["iga"].is_null());
    EXPECT_EQ(record["regions"][0]["papules"], 3);
    EXPECT_EQ(record["tags"]["arm"], "A");
    EXPECT_EQ(said["would_import"], 1);
    EXPECT_FALSE(db::find_patient(book, "C-1"));
}

TEST_F(DryRun, ShowsTheScoresOfARow) {
    auto options = rows("scores", "patient,at,gags,iga\nC-1,2024-01-05,3,\n");
    options.create_patients = true;
    const auto said = dry(options);
    EXPECT_EQ(said["rows"][0]["record"]["scores"],
              json::array({{{"instrument", "gags"},
                            {"region", nullptr},
                            {"at", "2024-01-05"},
                            {"value", 3},
                            {"rater", "nurse"}}}));
}

TEST_F(DryRun, WithAProblemSaysThatNothingWouldBeImported) {
    auto options = rows("patients", "chart,sex\n1,female\n2,x\n");
    auto said = dry(options);
    EXPECT_EQ(said["would_import"], 0);
    EXPECT_TRUE(said["rows"][1]["record"].is_null());
    EXPECT_EQ(said["problems"].size(), 1U);
    options.keep_good = true;
    said = dry(options);
    EXPECT_EQ(said["would_import"], 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "rows.csv.rejected.csv"));
}

TEST_F(DryRun, AsTextHasALinePerRow) {
    auto options = rows("", "a,b\n1,\"x\ny\"\n");
    options.kind.reset();
    const auto text = exchange::dry_run_text(exchange::look_at_file(options));
    EXPECT_THAT(text, HasSubstr("UTF-8, comma, 1 row"));
    EXPECT_THAT(text, HasSubstr("     2  1 | x y\n"));
}

// Another has the writer lock all the while.
TEST_F(DryRun, WaitsForNobodyWhoWrites) {
    auto options = rows("scores", "patient,at,iga\nC-1,2024-01-05,3\n");
    options.create_patients = true;
    auto other = db::Book::open(book.file());
    db::transact(other, {.actor = "nurse", .action = "test"}, [&](db::Write&) {
        EXPECT_EQ(dry(options)["would_import"], 1);
        return "";
    });
}

TEST_F(DryRun, ShowsTheFirstThousandRowsAndReadsAll) {
    std::string text = "patient,at,iga\n";
    for (int i = 0; i < 1002; ++i) {
        text += "C-1,2024-01-05,3\n";
    }
    auto options = rows("scores", text + "C-1,2024-01-05,9\n");
    options.create_patients = true;
    options.dry_run = true;
    options.keep_good = true;
    const auto report = import(options);
    EXPECT_EQ(report.rows.size(), 1000U);
    EXPECT_EQ(report.rows_read, 1003U);
    EXPECT_EQ(report.records, 1002U);
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_THAT(exchange::dry_run_text(report), HasSubstr("and 3 more rows"));
}

// What storing would refuse a dry run refuses too.
TEST_F(DryRun, FindsWhatTheBookWouldRefuse) {
    const auto study = "scar_global,live,10,2026-01-01,2026-01-02,measured,1\n";
    auto options =
        rows("agreements",
             std::string("instrument,medium,patients,on,adopted,reason,sdc_same_rater\n") + study +
                 study);
    EXPECT_EQ(dry(options)["problems"].size(), 1U);

    auto sessions =
        rows("sessions", "patient,at,device,areas\nC-1,2026-02-01T10:00,pen,chin:0.5:2\n");
    sessions.create_patients = true;
    import(sessions);
    const std::string head = "patient,kind,onset,severity\nC-1,other,";
    EXPECT_EQ(dry(rows("events", head + "2026-01-05,5\n"))["problems"].size(), 1U);
    EXPECT_EQ(dry(rows("events", head + "2026-03-05,5\n"))["problems"].size(), 0U);
}

}  // namespace
}  // namespace exchange::dry_run_test
