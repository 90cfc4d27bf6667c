#include "app/cli/parser.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <list>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/help.h"
#include "app/cli/man_page.h"
#include "app/cli/nearest.h"
#include "app/cli/pages/clinical_page.h"
#include "app/cli/pages/data_model.h"
#include "app/cli/private_texts.h"
#include "app/json/openapi.h"
#include "app/text/utf8.h"
#include "schema/kinds/ddl.h"
#include "schema/types/error.h"

namespace cli {

namespace {

// Where CLI11 puts the words of one option or argument.
struct Target {
    std::string name;
    std::vector<std::string> values;
    bool flag = false;
};

struct Node {
    CLI::App* app = nullptr;
    const Command* command = nullptr;
    std::list<Target> targets{};  // their places must not move
};

std::string spellings(const Option& option) {
    std::string names = "--" + option.name + (option.also.empty() ? "" : ",--" + option.also);
    if (auto underscored = option.name; underscored.find('-') != std::string::npos) {
        std::replace(underscored.begin(), underscored.end(), '-', '_');
        names += ",--" + underscored;
    }
    return names;
}

void add_option(Node& node, const Option& option) {
    auto& target = node.targets.emplace_back(Target{.name = option.name});
    if (option.value.empty()) {
        node.app->add_flag(spellings(option), target.flag);
        return;
    }
    auto* const added = node.app->add_option(spellings(option), target.values);
    added->expected(1)->allow_extra_args(false)->multi_option_policy(
        option.repeated ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::Throw);
}

void add_argument(Node& node, const Argument& argument) {
    auto& target = node.targets.emplace_back(Target{.name = argument.name});
    auto* const added = node.app->add_option(argument.name, target.values);
    added->expected(argument.repeated ? -1 : 1)->allow_extra_args(argument.repeated);
}

Node make_node(CLI::App& parent, const Command& command) {
    const auto& word = command.verb.empty() ? command.noun : command.verb;
    Node node{.app = parent.add_subcommand(word), .command = &command};
    node.app->set_help_flag();
    for (const auto& argument : command.arguments) {
        add_argument(node, argument);
    }
    for (const auto& option : all_options(command)) {
        add_option(node, option);
    }
    return node;
}

[[noreturn]] void misuse(const std::string& what,
                         const Command& command,
                         const std::string& meant = "") {
    const auto name = "needlebook " + command.name();
    throw schema::misused(name, what, fmt::format("{}`{} --help` shows how", meant, name));
}

// Everything that is stored comes in through these words or through files, whose encoding is
// checked when they are read.
void refuse_broken_text(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (exchange::first_fault(words[i])) {
            throw schema::misused("needlebook",
                                  fmt::format("word {} is not UTF-8 text", i + 1),
                                  "use a terminal that is set to UTF-8");
        }
    }
}

Parsed collect(const Node& node) {
    Parsed parsed{.command = node.command};
    for (const auto& target : node.targets) {
        for (const auto& value : target.values) {
            parsed.arguments.add(target.name, value);
        }
        if (target.flag) {
            parsed.arguments.add(target.name, "");
        }
    }
    return parsed;
}

void require(const Parsed& parsed) {
    for (const auto& argument : parsed.command->arguments) {
        if (argument.required && !parsed.arguments.has(argument.name)) {
            misuse(fmt::format("{} is missing: {}", argument.name, argument.meaning),
                   *parsed.command);
        }
    }
    for (const auto& option : parsed.command->options) {
        if (option.required && !parsed.arguments.has(option.name) &&
            (option.also.empty() || !parsed.arguments.has(option.also))) {
            misuse(fmt::format("--{} is missing: {}", option.name, option.meaning),
                   *parsed.command);
        }
    }
}

// The parser's own words in ours: of an option that is given twice, or without its value.
[[noreturn]] void refuse_count(const std::string& said, const Command& command) {
    for (const auto& option : all_options(command)) {
        if (said.starts_with(fmt::format("--{}:", option.name)) ||
            said.starts_with(fmt::format("--{},", option.name))) {
            misuse(
                said.find("At Most") != std::string::npos
                    ? fmt::format("--{} is given more than once", option.name)
                    : fmt::format(
                          "--{} needs {} after it: {}", option.name, option.value, option.meaning),
                command);
        }
    }
    misuse(said, command);
}

// Of what was not expected, options are told by their name; other words are not repeated, they may
// be somebody's name.
[[noreturn]] void refuse_unexpected(const CLI::App& app,
                                    const Command& command,
                                    const Parsed& parsed) {
    const auto words = app.remaining();
    for (const auto& word : words) {
        if (word.starts_with("--")) {
            const auto said = word.substr(2, word.find('=') - 2);
            std::vector<std::string> names;
            for (const auto& option : all_options(command)) {
                names.push_back(option.name);
            }
            misuse(fmt::format("there is no option --{}", said),
                   command,
                   did_you_mean("--", nearest(said, names)));
        }
    }
    require(parsed);  // what is missing explains the word more often
    misuse(fmt::format("{} more {} than expected: put quotes around a text of several words",
                       words.size(),
                       words.size() == 1 ? "word" : "words"),
           command);
}

const Command* named(std::span<const Command> commands, const std::vector<std::string>& words) {
    for (const auto& command : commands) {
        const bool noun = !words.empty() && words[0] == command.noun;
        const bool verb = command.verb.empty() || (words.size() > 1 && words[1] == command.verb);
        if (noun && verb) {
            return &command;
        }
    }
    return nullptr;
}

bool is_noun(std::span<const Command> commands, const std::string& word) {
    return std::any_of(commands.begin(), commands.end(), [&](const Command& command) {
        return command.noun == word;
    });
}

// Verbs that other programs have for ours.
std::string usual_verb(const std::string& verb) {
    static const std::map<std::string, std::string> others{{"new", "add"},
                                                           {"create", "add"},
                                                           {"edit", "correct"},
                                                           {"update", "correct"},
                                                           {"delete", "void"},
                                                           {"remove", "void"},
                                                           {"rm", "void"},
                                                           {"ls", "list"},
                                                           {"search", "find"}};
    const auto found = others.find(verb);
    return found == others.end() ? verb : found->second;
}

[[noreturn]] void refuse_unknown(std::span<const Command> commands,
                                 const std::vector<std::string>& words) {
    const bool known_noun = is_noun(commands, words[0]);
    const auto verb = words.size() > 1 ? usual_verb(words[1]) : "";
    std::vector<std::string> nouns;
    std::vector<std::string> verbs;
    for (const auto& command : commands) {
        nouns.push_back(command.noun);
        if (command.noun == words[0]) {
            verbs.push_back(command.verb);
        }
    }
    const auto noun = known_noun ? std::optional(words[0]) : nearest(words[0], nouns);
    auto meant = noun;
    if (known_noun) {
        const auto near = nearest(verb, verbs);
        meant = near ? std::optional(*noun + " " + *near) : std::nullopt;
    } else if (noun && named(commands, {*noun, verb}) != nullptr) {
        meant = named(commands, {*noun, verb})->name();
    }
    throw schema::misused("needlebook",
                          fmt::format("there is no command \"{}\"", fmt::join(words, " ")),
                          fmt::format("{}`needlebook{} --help` lists them",
                                      did_you_mean("needlebook ", meant),
                                      known_noun ? " " + words[0] : ""));
}

// Options that go with any command may stand before it.
std::vector<std::string> with_command_first(const std::vector<std::string>& words) {
    const auto everywhere = common_options(command_of_all());
    auto word = words.begin();
    while (word != words.end() && word->starts_with("--")) {
        const auto name = word->substr(2, word->find('=') - 2);
        const auto option = std::find_if(everywhere.begin(),
                                         everywhere.end(),
                                         [&](const Option& one) { return one.name == name; });
        if (option == everywhere.end()) {
            break;
        }
        const bool has_value = option->value.empty() || word->find('=') != std::string::npos;
        word += has_value || word + 1 == words.end() ? 1 : 2;
    }
    std::vector<std::string> ordered(word, words.end());
    ordered.insert(ordered.end(), words.begin(), word);
    return ordered;
}

// What is printed instead of running: help of a command, of a noun or of all, the generated pages,
// the version.
std::optional<std::string> help_asked_for(std::span<const Command> commands,
                                          const std::vector<std::string>& words) {
    const auto is_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
    if (words.empty()) {
        return overview(commands, "");
    }
    if (words[0] == "--version" || words[0] == "-V" || words[0] == "version") {
        return version_line();
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "--markdown") {
        return reference(commands);
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "--man") {
        return man_page(commands);
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "--data-model") {
        return data_model();
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "--schema") {
        return kinds::tables_sql();
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "--clinical") {
        return clinical_page();
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "--openapi") {
        return exchange::openapi();
    }
    const std::vector<std::string> topic(words.begin() + (words[0] == "help" ? 1 : 0), words.end());
    const auto* const asked = named(commands, topic);
    const bool is_noun_alone = topic.size() == 1 && asked == nullptr && is_noun(commands, topic[0]);
    const auto end = std::find(words.begin(), words.end(), "--");  // what follows is no option
    if (words[0] != "help" && !is_noun_alone && std::none_of(words.begin(), end, is_help)) {
        return std::nullopt;
    }
    if (asked != nullptr) {
        return help_of(*asked);
    }
    if (!topic.empty() && !is_help(topic[0]) && !is_noun(commands, topic[0])) {
        refuse_unknown(commands, topic);
    }
    return overview(commands, topic.empty() ? "" : topic[0]);
}

}  // namespace

Parsed parse(std::span<const Command> commands, const std::vector<std::string>& given) {
    refuse_broken_text(given);
    const auto words = with_command_first(given);
    if (auto help = help_asked_for(commands, words)) {
        return {.help = std::move(*help)};
    }
    const auto* const asked = named(commands, words);
    if (asked == nullptr) {
        refuse_unknown(
            commands,
            {words.begin(), words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words))});
    }
    CLI::App app;
    app.set_help_flag();
    auto node = make_node(app, *asked);
    std::vector<std::string> rest(words.rbegin(), words.rend() - (asked->verb.empty() ? 1 : 2));
    try {
        node.app->parse(rest);
    } catch (const CLI::ExtrasError&) {
        refuse_unexpected(*node.app, *asked, collect(node));
    } catch (const CLI::ParseError& error) {
        refuse_count(error.what(), *asked);
    }
    auto parsed = collect(node);
    require(parsed);
    read_private_texts(*asked, parsed.arguments, std::cin);
    return parsed;
}

}  // namespace cli
