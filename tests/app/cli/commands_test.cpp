// The table of commands, and the part of it that a run makes.

#include "app/cli/commands/commands.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cli::commands_test {
namespace {

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    std::transform(
        commands.begin(), commands.end(), std::back_inserter(names), [](const Command& command) {
            return command.name();
        });
    return names;
}

TEST(Commands, OfANounAreThoseThatStandTogetherAmongAll) {
    const auto all = names_of(all_commands());
    std::set<std::string> nouns;
    std::vector<std::string> by_nouns;
    for (const auto& command : all_commands()) {
        if (nouns.insert(command.noun).second) {
            const auto of_noun = names_of(commands_of(command.noun));
            by_nouns.insert(by_nouns.end(), of_noun.begin(), of_noun.end());
        }
    }
    EXPECT_EQ(by_nouns, all);
    EXPECT_THAT(nouns, testing::IsSupersetOf({"patient", "session", "consent-form", "undo"}));
}

TEST(Commands, OfAWordThatIsNoNounAreNone) {
    EXPECT_THAT(commands_of("patients"), testing::IsEmpty());
    EXPECT_THAT(commands_of(""), testing::IsEmpty());
    EXPECT_THAT(commands_of("--book"), testing::IsEmpty());
}

TEST(Commands, HaveEachNameOnce) {
    const auto all = names_of(all_commands());
    EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
}

}  // namespace
}  // namespace cli::commands_test
