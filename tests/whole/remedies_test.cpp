// What to do about a refusal is said on pages too, where nobody types commands: what is typed for
// it stands in schema::Problem::command, which only a terminal prints.

#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/whole/source_tree.h"

namespace whole::remedies_test {
namespace {

// Those that name a command in a sentence. A literal that is nothing but a command is one of
// Problem::command; the server is started by one, and whoever has no address is told that one.
std::set<std::string> sentences_with_commands(const std::string& text) {
    static const std::regex literal(R"lit("((?:[^"\\\n]|\\.)*)")lit");
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at) {
        const auto each = (*at)[1].str();
        const bool is_command = each.starts_with("needlebook ") || each.starts_with("--");
        const bool names_one = each.find("`needlebook ") != std::string::npos ||
                               std::regex_search(each, std::regex("(^|[ `])--[a-z]"));
        if (names_one && !is_command && each.find("`needlebook serve`") == std::string::npos) {
            found.insert(each);
        }
    }
    return found;
}

TEST(Remedies, AreFoundWhereTheyNameACommandInASentence) {
    EXPECT_EQ(sentences_with_commands(R"x("`needlebook account list` shows all")x").size(), 1U);
    EXPECT_EQ(sentences_with_commands(R"x("say why: --reason TEXT")x").size(), 1U);
    EXPECT_TRUE(
        sentences_with_commands(R"x("look at the list", "needlebook account list")x").empty());
    EXPECT_TRUE(sentences_with_commands(R"x("say why", "--reason TEXT")x").empty());
}

TEST(Remedies, OfPeopleTheirSignInTheGateAndTheKeyNameNoCommand) {
    const std::set<std::string> shown_elsewhere{"app/tracking/sign_off.cpp",
                                                "app/tracking/overrides.cpp",
                                                "app/tracking/safety.cpp",
                                                "app/cli/commands/session_gate.cpp",
                                                "app/server/book_check.cpp",
                                                "app/server/http/problem.cpp",
                                                "db/ledger/signature.cpp",
                                                "db/key/key_files.cpp",
                                                "db/key/signing_key.cpp"};
    int files = 0;
    for (const auto& source : sources()) {
        const bool is_shown = source.is_in("app/access") || source.is_in("app/tracking/people") ||
                              source.is_in("app/server/routes") ||
                              shown_elsewhere.contains(source.path);
        if (!source.is_cpp() || !is_shown) {
            continue;
        }
        for (const auto& line : source.lines) {
            for (const auto& each : sentences_with_commands(line)) {
                ADD_FAILURE() << source.path << ": " << each;
            }
        }
        ++files;
    }
    EXPECT_GT(files, 30);
}

}  // namespace
}  // namespace whole::remedies_test
