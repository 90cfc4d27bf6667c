// No text of a book, however it came in, and none of the command line reaches a terminal as
// anything but text.

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/cli/commands/commands.h"
#include "schema/records/any_record.h"
#include "tests/support/program.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::terminal_test {
namespace {

// OSC, CSI, BEL, CR, DEL, C1's CSI, an override, an isolate, U+2028: as SQL.
constexpr auto hostile =
    "char(27) || ']0;owned' || char(7) || char(27) || '[2J' || char(13, 127, 155, 8238, 8294, "
    "8232) || 'x'";

class Terminal : public testing::Test {
  protected:
    Terminal() {
        desk_.must("demo --keep " + desk_.book().string());
        desk_.must("patient tag D-001 arm=placebo");
        desk_.must("event record D-001 --kind erythema --onset 2026-01-05 --severity 1 --note n");
        desk_.must("depth-limit set chin --max 1 --source us");
        desk_.must("appointment add D-001 --at 2026-02-02T10:30 --note n");
        desk_.must("contact add D-001 --at 2026-02-02 --channel email --outcome reached --note n");
        desk_.must(
            "stock add --kind product --product Serum --lot S1 --received 2 --received-on "
            "2026-01-05 --note n");
        desk_.must("protocol add --name Nose --device pen --area nose:0.5:2 --note n");
        desk_.must("advice set make_up --stance avoid --until-hours 36 --source us");
        for (const auto& column : text_columns()) {
            const auto dot = column.find('.');
            const auto table = "\\\"" + column.substr(0, dot) + "\\\"";
            const auto name = "\\\"" + column.substr(dot + 1) + "\\\"";
            const bool taken =
                support::sqlite_shell(desk_.book(),
                                      "PRAGMA foreign_keys = ON; UPDATE " + table + " SET " + name +
                                          " = coalesce(" + name + ", '') || " + hostile);
            filled_ += taken ? column + " " : "";
        }
    }
    // Every one, as table.column. The rules of the database keep out words and dates.
    std::vector<std::string> text_columns() const {
        const auto listed =
            support::Process(
                {"/usr/bin/sqlite3",
                 desk_.book().string(),
                 "SELECT t.name || '.' || c.name FROM sqlite_schema t, "
                 "pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = "
                 "'TEXT' AND t.name <> 'ledger' AND t.name NOT GLOB 'word_*' AND c.name "
                 "<> 'code'"})
                .wait();
        std::vector<std::string> columns;
        std::istringstream lines(listed.out);
        for (std::string line; std::getline(lines, line);) {
            columns.push_back(line);
        }
        return columns;
    }
    // The number of the character that is not to reach a terminal; -1 for none. An isolate ends in
    // its line.
    static int harmful_in(const std::string& text) {
        int open = 0;  // isolates
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
            const auto third = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U;
            const bool is_c0 = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
            const bool is_c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
            const bool turns = byte == 0xE2 && next == 0x80 && third >= 0xA8 && third <= 0xAE;
            const bool isolates = byte == 0xE2 && next == 0x81 && third >= 0xA6 && third <= 0xA9;
            open += !isolates ? 0 : third == 0xA9 ? -1 : 1;
            const bool reaches_further = open < 0 || (byte == '\n' && open > 0);
            if (is_c0 || is_c1 || turns || reaches_further) {
                return byte;
            }
        }
        return open == 0 ? -1 : 0xE2;
    }
    void expect_harmless(const std::vector<std::string>& line) const {
        const auto ran = desk_.run(line);
        std::string said;
        for (const auto& word : line) {
            said += word + " ";
        }
        SCOPED_TRACE(said);
        EXPECT_EQ(harmful_in(ran.out), -1) << ran.out.substr(0, 2000);
        EXPECT_EQ(harmful_in(ran.err), -1) << ran.err.substr(0, 2000);
        EXPECT_GE(ran.status, 0);
    }
    std::string chart() const {
        return "D-001\x1b]0;owned\x07\x1b[2J\r\x7f\u009b\u202E\u2066\u2028x";
    }

    std::string filled_;  // the columns that took it
    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Terminal, GetsNoCommandFromAnyTextOfTheBook) {
    ASSERT_EQ(desk_.run({"patient", "show", chart()}).status, 0);
    for (const auto* column : {"patient.chart ",
                               "patient.note ",
                               "tag.key ",
                               "session.note ",
                               "session_finding.override ",
                               "clinic.name ",
                               "score.rater "}) {
        EXPECT_NE(filled_.find(column), std::string::npos) << filled_;
    }
    const std::vector<std::string> lines{"patient list",
                                         "patient find owned",
                                         "find owned",
                                         "completion candidates -- progress D",
                                         "patient show @",
                                         "progress @",
                                         "progress @ --for patient",
                                         "progress @ --format csv",
                                         "progress @ --format html",
                                         "outcomes",
                                         "outcomes --format html",
                                         "outcomes --format csv",
                                         "outcomes --by tag:arm",
                                         "due",
                                         "retention due --as-of 2099-01-01",
                                         "ledger",
                                         "ledger @",
                                         "check",
                                         "clinic show",
                                         "account list",
                                         "device list",
                                         "token list",
                                         "access",
                                         "sign-off waiting",
                                         "own-entry waiting",
                                         "appointment day --as-of 2026-02-02",
                                         "appointment calendar --out FOLDER/calendar.ics",
                                         "patient calendar @ --out FOLDER/dates.ics",
                                         "patient file @ --out FOLDER/file.html",
                                         "stock list",
                                         "stock show 1",
                                         "protocol list",
                                         "protocol show 1",
                                         "key show",
                                         "key export FOLDER/key --password-stdin",
                                         "lot L1000",
                                         "photo export 1 --for record --to FOLDER/photo.jpg",
                                         "photo compare 1 1",
                                         "consent-form list",
                                         "consent-form show 1",
                                         "safety @ --area chin --device pen",
                                         "aftercare @",
                                         "advice list",
                                         "depth-limit list",
                                         "instrument list",
                                         "instrument show gags",
                                         "rule list",
                                         "rule show active_lesions",
                                         "score list @",
                                         "agreement list",
                                         "agreement show 1",
                                         "agreement ratings 1",
                                         "export FOLDER/everything",
                                         "backup policy",
                                         "backup run",
                                         "backup status",
                                         "health",
                                         "timestamp request --out FOLDER/head.tsq",
                                         "timestamp import FOLDER/everything --authority FOLDER/a",
                                         "timestamp list",
                                         "check --machine",
                                         "upgrade --dry-run",
                                         "backup FOLDER/copy",
                                         "restore FOLDER/copy --replace --yes"};
    auto all = lines;
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        const std::string noun(schema::Description<Record>::noun);
        if (noun != "patient") {
            all.push_back(noun + " list @");
            all.push_back(noun + " show 1");
        }
    });
    for (const auto& command : cli::all_commands()) {
        const auto is_of = [&](const std::string& line) {
            return line.starts_with(command.name());
        };
        // Certificates take no text of the book but the clinic's name, which stands in their files.
        const bool is_elsewhere = command.noun == "serve" || command.noun == "certificate";
        EXPECT_TRUE(command.book != cli::Book::read || is_elsewhere ||
                    std::any_of(all.begin(), all.end(), is_of))
            << command.name() << " reads the book and is not tried";
    }
    for (const auto& line : all) {
        auto words = support::words(line);
        for (auto& word : words) {
            word = word == "@" ? chart() : word;
            if (word.starts_with("FOLDER/")) {
                word = (folder_ / word.substr(7).c_str()).string();
            }
        }
        expect_harmless(words);
        words.push_back("--json");
        expect_harmless(words);
    }
}

TEST_F(Terminal, GetsTheSameTextsAsJsonThatReadsBack) {
    const auto json = desk_.run({"patient", "show", chart(), "--json"}).out;
    EXPECT_NE(json.find(R"(D-001\u001b]0;owned\u0007\u001b[2J\r\u007f\u009b\u202e\u2066\u2028x)"),
              std::string::npos)
        << json;
}

TEST_F(Terminal, GetsNoCommandFromTheCommandLine) {
    const std::string text = "a\x1b[2J\x07\r\u009b\u202Eb";
    for (const auto& line :
         std::vector<std::vector<std::string>>{{text},
                                               {"patient", text},
                                               {"patient", "show", text},
                                               {"patient", "show", text, "--json"},
                                               {"patient", "find", text},
                                               {"patient", "list", "--" + text},
                                               {"patient", "list", "--book", text},
                                               {"patient", "add", "--chart", text},
                                               {"patient", "add", "--chart", "N-1", "--name", text},
                                               {"patient", "add", "--chart", "N-2", "--born", text},
                                               {"patient", "tag", chart(), text},
                                               {"lot", text},
                                               {"progress", chart(), "--as-of", text},
                                               {"progress", chart(), "--format", text},
                                               {"outcomes", "--by", text},
                                               {"import", text, "--as", "patients"},
                                               {"clinic", "set", text + "=x"},
                                               {"help", text}}) {
        expect_harmless(line);
    }
}

TEST_F(Terminal, GetsNoCommandFromAFileThatIsImported) {
    desk_ = support::CommandLine(folder_ / "another.needlebook");
    desk_.must("init");
    std::ofstream(folder_ / "in.csv")
        << "chart,name,note\nX-1\x1b[2J,\u009b31m,\x07\nX-2,\u202Eevil,\u2066fine\n";
    std::ofstream(folder_ / "odd.csv") << "chart,no\x1b[2Jte\nX-1,\x07\n";
    expect_harmless(
        support::words("import " + (folder_ / "odd.csv").string() + " --as patients --dry-run"));
    for (const auto* more : {"", "--dry-run", "--keep-good", "--dry-run --json"}) {
        auto words =
            support::words("import " + (folder_ / "in.csv").string() + " --as patients " + more);
        expect_harmless(words);
    }
}

}  // namespace
}  // namespace whole::terminal_test
