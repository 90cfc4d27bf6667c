// A slip that was mended leaves no trace in any summary (its trace is the ledger).

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::slip_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Ids say in which order records were made, not what they hold.
void forget_ids(Json& json) {
    if (json.is_object()) {
        json.erase("id");
        json.erase("findings");  // what the rules said follows from what was known at the time
        for (const auto* other : {"course", "session"}) {
            if (json.contains(other) && json[other].is_number()) {
                json.erase(other);
            }
        }
    }
    for (auto& each : json) {
        if (each.is_structured()) {
            forget_ids(each);
        }
    }
}

Json progress_without_ids(const support::CommandLine& cli) {
    auto json = Json::parse(cli.must("progress C-001 --json --as-of 2026-06-15"));
    forget_ids(json);
    return json;
}

// A history with something of every kind.
const std::vector<std::string> history{
    "course start C-001 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05",
    "session record C-001 --at 2026-01-05T10:30 --device pen --area chin:1:4 --pain 4",
    "session record C-001 --at 2026-02-02T10:30 --device pen --area chin:1:4 --pain 3",
    "acne record C-001 --on 2026-01-05 --region chin:papules=9 --rest clear --iga 3",
    "acne record C-001 --on 2026-02-02 --region chin:papules=5 --rest clear --iga 2",
    "acne record C-001 --on 2026-03-02 --region chin:papules=2 --rest clear --iga 1",
    "scars record C-001 --on 2026-01-05 --goodman-baron-grade 3",
    "scars record C-001 --on 2026-03-02 --goodman-baron-grade 2",
    "pigmentation record C-001 --on 2026-01-05 --kind pih --pahpi size=6,intensity=9,number=4",
    "reading record C-001 --on 2026-01-05 --what tewl --region left_cheek --value 14.2",
    "reading record C-001 --on 2026-01-05 --what tewl --region right_cheek --value 15.8",
    "questionnaire record C-001 --on 2026-01-05 --which dlqi --answers 1,2,0,1,1,0,1,0,0,1",
    "score record C-001 --instrument leeds --at 2026-01-05 --value 4",
    "event record C-001 --session 1 --kind erythema --onset 2026-01-05 --severity 1 --resolved "
    "2026-01-07",
};

// A record that was made by mistake: its noun and its line.
struct Mistake {
    std::string noun;
    std::string line;
};

const std::vector<Mistake> mistakes{
    {"acne", "acne record C-001 --on 2025-12-01 --region nose:pustules=30 --rest clear --iga 4"},
    {"acne", "acne record C-001 --on 2026-02-02 --region chin:papules=50 --rest clear"},
    {"acne", "acne record C-001 --on 2026-06-01 --iga 4"},
    {"scars", "scars record C-001 --on 2026-01-04 --goodman-baron-grade 4 --count linear=3"},
    {"pigmentation",
     "pigmentation record C-001 --on 2026-06-01 --kind melasma --mmasi forehead:3:2:2 --mmasi "
     "right_cheek:4:3:2 --mmasi left_cheek:4:3:2 --mmasi chin:1:1:1"},
    {"pigmentation",
     "pigmentation record C-001 --on 2026-02-02 --kind pih --pahpi size=8,intensity=9,number=5"},
    {"reading", "reading record C-001 --on 2026-01-05 --what tewl --region chin --value 99"},
    {"reading", "reading record C-001 --on 2026-01-05 --what tewl --value 50"},
    {"reading", "reading record C-001 --on 2026-06-01 --what sebum --region chin --value 99"},
    {"questionnaire", "questionnaire record C-001 --on 2026-06-01 --which dlqi --total 30"},
    {"session", "session record C-001 --at 2026-01-01 --device roller --area nose:0.5:2 --pain 9"},
    {"session", "session record C-001 --at 2026-06-01 --device roller --area nose:0.5:2"},
    {"score", "score record C-001 --instrument leeds --at 2026-06-01 --value 12"},
    {"score", "score record C-001 --instrument gags --at 2025-01-01 --value 44"},
    {"event", "event record C-001 --kind infection --onset 2026-06-01 --severity 4"},
    {"course", "course start C-001 --concern pigmentation --sessions 3 --every 1m --on 2026-05-05"},
    {"condition", "condition add C-001 --kind pregnancy --from 2026-01"},
    {"treatment", "treatment add C-001 --kind peel --from 2026-02-01"},
    {"application", "application record C-001 --at 2026-01-05T18:00 --active niacinamide"},
    {"appointment", "appointment add C-001 --at 2026-06-02T10:30"},
    {"contact", "contact add C-001 --at 2026-06-01 --channel email --outcome declined"},
};

class Slip : public testing::Test {
  protected:
    // A new book with one patient.
    support::CommandLine cli(const std::string& name) const {
        const support::CommandLine made(folder_ / name.c_str());
        made.must("init");
        made.must("patient add --chart C-001");
        return made;
    }
    support::CommandLine cli_with_history(const std::string& name) const {
        const auto made = cli(name);
        live(made, 0, history.size());
        return made;
    }
    // Records the lines of the history from `begin` to before `end`.
    static void live(const support::CommandLine& cli, std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            cli.must(history[i] + " --confirm duplicate");
        }
    }
    support::CommandLine copy_of(const support::CommandLine& cli, const std::string& name) const {
        const auto copy = folder_ / name.c_str();
        for (const auto* end : {"", ".head"}) {
            fs::copy_file(cli.book().string() + end,
                          copy.string() + end,
                          fs::copy_options::overwrite_existing);
        }
        return support::CommandLine(copy);
    }
    // Records it; the answer voids it again.
    static std::string mending(const support::CommandLine& cli, const Mistake& mistake) {
        return fmt::format(
            "{} void {} --reason slip",
            mistake.noun,
            std::stoi(cli.must(mistake.line + " --confirm duplicate --confirm value")));
    }
    static void expect_same(const support::CommandLine& cli, const Json& expected) {
        const auto found = progress_without_ids(cli);
        EXPECT_EQ(found, expected) << "differences: " << Json::diff(expected, found).dump(1);
        EXPECT_EQ(cli("check").err, "");
    }

    support::TemporaryFolder folder_;
};

TEST_F(Slip, ThatWasVoidedAtOnceLeavesTheSummaryAsIfItHadNeverBeenRecorded) {
    const auto never = cli_with_history("never.needlebook");
    const auto expected = progress_without_ids(never);
    ASSERT_GT(expected["series"].size(), 8U);
    for (const auto& mistake : mistakes) {
        SCOPED_TRACE(mistake.line);
        const auto made = copy_of(never, "slip.needlebook");
        made.must(mending(made, mistake));
        expect_same(made, expected);
    }
}

TEST_F(Slip, ThatWasVoidedBeforeAnythingElseLeavesTheSummaryAsIfItHadNeverBeenRecorded) {
    const auto expected = progress_without_ids(cli_with_history("never.needlebook"));
    const auto made = cli("slips.needlebook");
    for (const auto& mistake : mistakes) {
        made.must(mending(made, mistake));
    }
    live(made, 0, history.size());
    expect_same(made, expected);
}

TEST_F(Slip, ThatWasVoidedLaterLeavesTheSummaryAsIfItHadNeverBeenRecorded) {
    const auto expected = progress_without_ids(cli_with_history("never.needlebook"));
    const auto half = cli("half.needlebook");
    live(half, 0, history.size() / 2);
    for (const auto& mistake : mistakes) {
        SCOPED_TRACE(mistake.line);
        const auto made = copy_of(half, "slip.needlebook");
        const auto mend = mending(made, mistake);
        live(made, history.size() / 2, history.size());
        made.must(mend);
        expect_same(made, expected);
    }
}

TEST_F(Slip, ThatWasCorrectedLeavesEverySummaryAsIfItHadBeenRecordedRight) {
    struct Correction {
        std::string wrong;  // recorded in the place of history[line]
        std::size_t line = 0;
        std::string mend;
    };
    const std::vector<Correction> corrections{
        {"session record C-001 --at 2026-01-04T10:30 --device roller --area nose:1:4 --pain 9",
         1,
         "session correct 1 --at 2026-01-05T10:30 --device pen --area chin:1:4 "
         "--remove area=nose --pain 4 --course 1 "
         "--override 'active_lesions=a slip'"},
        {"acne record C-001 --on 2025-02-02 --region nose:nodules=5 --iga 4",
         4,
         "acne correct 2 --on 2026-02-02 --region chin:papules=5 --remove region=nose "
         "--rest clear --iga 2"},
        {"acne record C-001 --on 2026-03-02 --region chin:papules=2 --rest clear --iga 1 "
         "--redness 3",
         5,
         "acne correct 3 --redness ''"},
        {"scars record C-001 --on 2026-01-05 --goodman-baron-grade 1",
         6,
         "scars correct 1 --goodman-baron-grade 3"},
        {"pigmentation record C-001 --on 2026-01-06 --kind pih --pahpi "
         "size=2,intensity=3,number=1",
         8,
         "pigmentation correct 1 --on 2026-01-05 --kind pih --pahpi size=6,intensity=9,number=4"},
        {"reading record C-001 --on 2026-01-06 --what sebum --region chin --value 99",
         9,
         "reading correct 1 --on 2026-01-05 --what tewl --region left_cheek --value 14.2"},
        {"questionnaire record C-001 --on 2026-01-05 --which cadi --answers 1,2,3,0,1",
         11,
         "questionnaire correct 1 --which dlqi --answers 1,2,0,1,1,0,1,0,0,1"},
        {"score record C-001 --instrument leeds --at 2026-01-07 --value 5",
         12,
         "score correct ID --at 2026-01-05 --value 4"},
        {"event record C-001 --kind burn --onset 2026-01-06 --severity 4",
         13,
         "event correct 1 --kind erythema --onset 2026-01-05 --severity 1 --session 1 "
         "--resolved 2026-01-07"},
        {"course start C-001 --concern pores --sessions 2 --every 6w --on 2026-01-01",
         0,
         "course correct 1 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05"},
    };
    const auto right = cli_with_history("right.needlebook");
    const auto expected = progress_without_ids(right);
    for (const auto& correction : corrections) {
        SCOPED_TRACE(correction.wrong);
        const auto made =
            cli(fmt::format("corrected-{}.needlebook", &correction - corrections.data()));
        std::string id;
        for (std::size_t i = 0; i < history.size(); ++i) {
            const auto answer = made.must((i == correction.line ? correction.wrong : history[i]) +
                                          " --confirm duplicate");
            id = i == correction.line ? answer.substr(0, answer.size() - 1) : id;
        }
        auto mend = correction.mend;
        if (const auto at = mend.find("ID"); at != std::string::npos) {
            mend.replace(at, 2, id);
        }
        made.must(mend + " --reason slip");
        expect_same(made, expected);
    }
}

}  // namespace
}  // namespace whole::slip_test
