#include "app/cli/completion/candidates.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/cli/commands/commands.h"

namespace cli::candidates_test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using Words = std::vector<std::string>;

Words after(const Words& line) {
    const KnownByBook known{.charts =
                                [](const std::string&) {
                                    return std::vector<Candidate>{{"C-001"}, {"C-002"}, {"D-1"}};
                                },
                            .instruments =
                                [](const std::string&) {
                                    return std::vector<Candidate>{{"iga", "Global"}, {"gags"}};
                                }};
    Words words;
    for (const auto& each : candidates(all_commands(), line, known)) {
        words.push_back(each.word);
    }
    return words;
}

TEST(Candidates, AreNounsThenVerbsThenWhatTheCommandTakes) {
    EXPECT_THAT(after({""}), AllOf(Contains("patient"), Contains("visit"), Contains("help")));
    EXPECT_THAT(after({"sess"}), ElementsAre("session"));
    EXPECT_THAT(after({"session", "re"}), ElementsAre("record", "restore"));
    EXPECT_THAT(after({"session", "record", "C"}), ElementsAre("C-001", "C-002"));
    EXPECT_THAT(after({"progress", ""}), ElementsAre("C-001", "C-002", "D-1"));
    EXPECT_THAT(after({"progress", "C-001", ""}), IsEmpty());
}

TEST(Candidates, AreOptionsWhereADashStandsAndEachOnceUnlessItRepeats) {
    EXPECT_THAT(after({"session", "record", "C-001", "--pa"}), ElementsAre("--pain"));
    EXPECT_THAT(after({"session", "record", "--pain", "4", "--pa"}), IsEmpty());
    EXPECT_THAT(after({"session", "record", "--area", "chin:1:2", "--are"}), ElementsAre("--area"));
    EXPECT_THAT(after({"session", "record", "--"}),
                AllOf(Contains("--book"), Contains("--help"), Each(StartsWith("--"))));
    EXPECT_THAT(after({"session", "list", "--"}),
                AllOf(Contains("--csv"), Not(Contains("--pain"))));
}

TEST(Candidates, AreTheValuesOfTheOptionBefore) {
    EXPECT_THAT(after({"session", "record", "C-001", "--device", "p"}), ElementsAre("pen"));
    EXPECT_THAT(after({"score", "record", "C-001", "--instrument", "ig"}), ElementsAre("iga"));
    EXPECT_THAT(after({"visit", "C-001", "--file", ""}), ElementsAre(":files"));
    EXPECT_THAT(after({"session", "record", "C-001", "--pain", ""}), IsEmpty());
    EXPECT_THAT(after({"completion", "f"}), ElementsAre("fish"));
}

TEST(Candidates, FollowOptionsBeforeTheCommand) {
    EXPECT_THAT(after({"--book", "x.needlebook", "sess"}), ElementsAre("session"));
    EXPECT_THAT(after({"--json", "session", "li"}), ElementsAre("list"));
    EXPECT_THAT(after({"--bo"}), ElementsAre("--book"));
}

TEST(Candidates, OfAVisitAreRecords) {
    EXPECT_THAT(after({"visit", "C-001", "ac"}), ElementsAre("acne"));
    EXPECT_THAT(after({"visit", "C-001", "acne", "iga=2", "ses"}), ElementsAre("session"));
}

TEST(Candidates, OfWhatIsNoCommandAreNone) {
    EXPECT_THAT(after({"pateint", "li"}), IsEmpty());
    EXPECT_THAT(after({"zzz"}), IsEmpty());
}

TEST(Candidates, FindEveryCommandOfTheTable) {
    for (const auto& command : all_commands()) {
        EXPECT_THAT(after({command.noun}), Contains(command.noun));
        if (!command.verb.empty()) {
            EXPECT_THAT(after({command.noun, command.verb}), Contains(command.verb))
                << command.name();
        }
        std::vector<std::string> words{command.noun};
        if (!command.verb.empty()) {
            words.push_back(command.verb);
        }
        words.emplace_back("--");
        const auto offered = after(words);
        for (const auto& option : command.options) {
            EXPECT_THAT(offered, Contains("--" + option.name)) << command.name();
        }
    }
}

}  // namespace
}  // namespace cli::candidates_test
