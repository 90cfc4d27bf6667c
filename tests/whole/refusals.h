#pragma once
// What the program refuses: two lines that say what and what to do, an exit status, and a book
// that is as it was. Beside each table of refusals stand the neighbours that are accepted.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole {

struct Refusal {
    const char* line;
    const char* says;  // a part of the message
    int status = 1;
};

class Refusals : public testing::Test {
  protected:
    void SetUp() override {
        desk_.must("init --name 'Clinic of the test'");
        desk_.must(
            "patient add --chart C-001 --name 'Nadia Farouk' --born 1996-04-02 --telephone "
            "0100123456 --note confidentialnote");
        desk_.must("patient add --chart C-002 --name 'Mona Adel'");
        desk_.must("patient add --chart C-003");
        desk_.must("patient void C-003 --reason test --yes");
        desk_.must(
            "course start C-001 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05");
        desk_.must(
            "course start C-002 --concern pigmentation --sessions 3 --every 1m --on 2026-01-05");
        desk_.must("session record C-001 --at 2026-01-05T10:30 --device pen --area chin:1:4");
        desk_.must("session record C-002 --at 2026-01-05T10:30 --device pen --area chin:1:4");
        desk_.must("acne record C-001 --on 2026-01-05 --region chin:open_comedones=3 --rest clear");
        desk_.must("acne record C-001 --on 2026-01-06 --region chin:open_comedones=3 --rest clear");
        desk_.must("acne void 2 --reason test");
        desk_.must("score record C-001 --instrument leeds --at 2026-01-05 --value 3");
        desk_.must("score record C-001 --instrument leeds --at 2026-01-06 --value 3");
        state_ = state();
    }
    // Hash of all records and number of ledger entries; the book must be whole.
    std::string state() const { return desk_.must("check --json"); }
    static void expect_nothing_personal(const std::string& text) {
        for (const auto* personal : {"Nadia",
                                     "Farouk",
                                     "Mona",
                                     "1996-04-02",
                                     "1996",
                                     "0100123456",
                                     "confidentialnote",
                                     "secret"}) {
            EXPECT_EQ(text.find(personal), std::string::npos) << text;
        }
    }
    void expect_refusal(const std::vector<std::string>& line, const Refusal& refusal) {
        const auto ran = desk_.run(line);
        EXPECT_EQ(ran.status, refusal.status) << ran.err;
        EXPECT_EQ(ran.out, "");
        const bool is_json = std::find(line.begin(), line.end(), "--json") != line.end();
        EXPECT_TRUE(is_json ? ran.err.starts_with("{\n  \"title\": ")
                            : support::is_error_pairs(ran.err))
            << ran.err;
        EXPECT_NE(ran.err.find(refusal.says), std::string::npos) << ran.err;
        expect_nothing_personal(ran.err);
        EXPECT_EQ(state(), state_) << "the book is not as it was";
    }
    void expect_refused(const std::vector<Refusal>& table) {
        for (const auto& refusal : table) {
            SCOPED_TRACE(refusal.line);
            expect_refusal(support::words(refusal.line), refusal);
        }
    }
    void expect_accepted(const std::vector<const char*>& table) {
        for (const auto* line : table) {
            SCOPED_TRACE(line);
            auto words = support::words(line);
            // Possible is what is asked here; much of it is unusual.
            for (const auto* unusual :
                 {"duplicate", "depth_mm", "passes", "papules", "amount", "value"}) {
                words.insert(words.end(), {"--confirm", unusual});
            }
            const auto ran = desk_.run(words);
            EXPECT_EQ(ran.status, 0) << ran.err;
            EXPECT_EQ(ran.err.find("error"), std::string::npos) << ran.err;  // cautions are said
            const auto after = state();
            EXPECT_NE(after, state_) << "nothing was written";
            state_ = after;
        }
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
    std::string state_;
};

}  // namespace whole
