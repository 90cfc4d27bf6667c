// The bounds on texts are the same at every entrance: command line, imports, the chart numbers that
// imports make patients of. (HTTP: tests/app/server/http/addresses_test.cpp.)

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::text_bounds_test {
namespace {

class TextBounds : public testing::Test {
  protected:
    TextBounds() {
        desk_.must("init");
        desk_.must("patient add --chart C-001 --name 'Huda Saleh'");
    }
    // A table of one column of texts, each in quotes.
    std::string table(const std::string& header, const std::vector<std::string>& rows) {
        const auto file = folder_ / "in.csv";
        std::ofstream out(file, std::ios::binary);
        out << header << "\n";
        for (const auto& row : rows) {
            out << row << "\n";
        }
        return file.string();
    }
    void expect(int status, const std::vector<std::string>& line) {
        const auto ran = desk_.run(line);
        EXPECT_EQ(ran.status, status) << line[0] << " " << line[1] << "\n" << ran.err;
        EXPECT_TRUE(status == 0 || support::is_error_pairs(ran.err)) << ran.err;
        EXPECT_LT(ran.err.size(), 5000U) << "what was given is not repeated at length";
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(TextBounds, OfAChartNumberHoldAtEveryEntrance) {
    const auto long_one = std::string(65, 'x');
    for (const auto& chart : std::vector<std::string>{
             long_one, ".", "..", "a\x07", "a\u202Eb", "a\u200Fb", "\u200B", "c-001", "C–001"}) {
        SCOPED_TRACE(chart);
        const auto before = desk_.must("patient list --json");
        expect(1, {"patient", "add", "--chart", chart});
        expect(1, {"import", table("chart,sex", {chart + ",male"}), "--as", "patients"});
        EXPECT_EQ(desk_.must("patient list --json"), before);
    }
    for (const auto& chart : {long_one, std::string("."), std::string("a\u202Eb")}) {
        SCOPED_TRACE(chart);
        expect(1, {"patient", "correct", "C-001", "--chart", chart});
        expect(1,
               {"import",
                table("chart,gags,at", {chart + ",12,2026-01-05"}),
                "--as",
                "scores",
                "--create-patients"});
    }
    int next = 0;
    for (const auto& chart : {std::string(64, 'x'), std::string("J 28"), std::string("أ-١٢")}) {
        SCOPED_TRACE(chart);
        expect(0, {"patient", "add", "--chart", " " + chart + "\u200E"});
        EXPECT_NE(desk_.must("patient list --json").find("\"" + chart + "\""), std::string::npos);
        expect(0,
               {"import",
                table("chart", {std::to_string(++next) + chart.substr(0, 8)}),
                "--as",
                "patients"});
    }
}

TEST_F(TextBounds, OfChartNumbersMeetInOneFileAndWithTheBook) {
    expect(0,
           {"import",
            table("chart,gags,at",
                  {"c-001,12,2026-01-05",
                   " C–001 ,11,2026-01-06",
                   "N-1,3,2026-01-05",
                   "n‑1,4,2026-01-06"}),
            "--as",
            "scores",
            "--create-patients"});
    const auto list = desk_.must("patient list --json");
    EXPECT_EQ(list.find("c-001"), std::string::npos) << list;
    EXPECT_NE(list.find("\"N-1\""), std::string::npos) << list;
    EXPECT_EQ(list.find("n‑1"), std::string::npos) << list;
    expect(1, {"import", table("chart", {"M-1", "m-1"}), "--as", "patients"});
}

TEST_F(TextBounds, OfNamesAndNotesHoldAtEveryEntrance) {
    const auto long_name = std::string(201, 'x');
    const auto long_note = std::string(20'001, 'x');
    expect(1, {"patient", "add", "--chart", "C-002", "--name", long_name});
    expect(1, {"patient", "add", "--chart", "C-002", "--name", "a\nb"});
    expect(1, {"patient", "add", "--chart", "C-002", "--note", long_note});
    expect(1, {"patient", "add", "--chart", "C-002", "--note", "a\x1b"});
    expect(1, {"patient", "tag", "C-001", "arm=a\x07"});
    expect(1, {"patient", "tag", "C-001", long_name + "=x"});
    expect(1, {"patient", "tag", "C-001", "arm=x", "--actor", long_name});
    expect(1, {"patient", "tag", "C-001", "arm=x", "--reason", long_note});
    expect(1, {"clinic", "set", "name=a\x07"});
    expect(1,
           {"score",
            "record",
            "C-001",
            "--instrument",
            "leeds",
            "--at",
            "2026-01-05",
            "--value",
            "3",
            "--rater",
            long_name});
    expect(1, {"import", table("chart,name", {"C-002," + long_name}), "--as", "patients"});
    expect(1, {"import", table("chart,note", {"C-002,a\x07z"}), "--as", "patients"});
    expect(1, {"import", table("chart,tag:arm", {"C-002,a\x07z"}), "--as", "patients"});
    expect(1,
           {"import",
            table("chart,gags,at,rater", {"C-001,12,2026-01-05," + long_name}),
            "--as",
            "scores"});
    EXPECT_EQ(desk_("patient show C-002").status, 1);

    expect(0,
           {"patient",
            "add",
            "--chart",
            "C-002",
            "--name",
            std::string(200, 'x'),
            "--note",
            std::string(19'998, 'x') + "\n\t"});
    expect(0,
           {"patient", "tag", "C-001", "arm=x", "--reason", "because\nof two", "--actor", "هدى"});
    expect(0,
           {"import",
            table("chart,name,note", {"C-003,\u200Fهدى,\"two\r\nlines\""}),
            "--as",
            "patients",
            "--confirm",
            "implausible"});
    EXPECT_NE(desk_.must("patient show C-003 --json").find("two\\nlines"), std::string::npos);
}

TEST_F(TextBounds, NobodyIsBornInTheFuture) {
    expect(1, {"patient", "add", "--chart", "F-1", "--born", "9999-12-31"});
    expect(1, {"patient", "correct", "C-001", "--born", "9999-12-31"});
    expect(1, {"import", table("chart,born", {"F-1,9999-12-31"}), "--as", "patients"});
    expect(0, {"patient", "add", "--chart", "F-1", "--born", "2026-01-05"});
}

}  // namespace
}  // namespace whole::text_bounds_test
