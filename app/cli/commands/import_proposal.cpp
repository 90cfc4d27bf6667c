#include "app/cli/commands/import_proposal.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "app/cli/pages/proposal_page.h"
#include "app/import/proposal/proposal_json.h"
#include "db/file/private_file.h"
#include "schema/types/error.h"

namespace cli {

namespace {

// What says how one run goes, not how a file is read.
bool is_kept(const Option& option) {
    constexpr std::array<std::string_view, 4> of_one_run{
        "accept", "rules", "save-rules", "dry-run"};
    return std::find(of_one_run.begin(), of_one_run.end(), option.name) == of_one_run.end();
}

const Option& option_of(const Command& command, const exchange::Rule& rule, const std::string& in) {
    const auto where = fmt::format("{}:{}", in, rule.line);
    const auto found =
        std::find_if(command.options.begin(), command.options.end(), [&](const Option& option) {
            return option.name == rule.option && is_kept(option);
        });
    if (found == command.options.end()) {
        throw schema::refused(where,
                              fmt::format("\"{}\" is no rule of an import", rule.option),
                              "write one option a line, as `needlebook help import` lists them, "
                              "without dashes: map patient=Chart No");
    }
    if (found->value.empty() != rule.value.empty()) {
        throw schema::refused(
            where,
            fmt::format("{} {}", rule.option, rule.value.empty() ? "needs a value" : "takes none"),
            fmt::format("write {} {}", rule.option, found->value));
    }
    return *found;
}

// Whom a value of a repeated option is for: the field of map, field and cell of values.
std::string_view target_of(std::string_view value) {
    const auto equals = value.find('=');
    return equals == std::string_view::npos ? std::string_view() : value.substr(0, equals);
}

bool is_given(const Arguments& given, const Option& option, const exchange::Rule& rule) {
    if (!option.repeated) {
        return given.has(option.name);
    }
    const auto target = target_of(rule.value);
    const auto all = given.all(option.name);
    return !target.empty() && std::any_of(all.begin(), all.end(), [&](const auto& value) {
        return target_of(value) == target;
    });
}

// The rules that say what these options say.
std::vector<exchange::Rule> rules_of(const Command& command, const Arguments& given) {
    std::vector<exchange::Rule> rules;
    for (const auto& option : command.options) {
        for (const auto& value :
             is_kept(option) ? given.all(option.name) : std::vector<std::string>()) {
            rules.push_back({.option = option.name, .value = value});
        }
    }
    return rules;
}

std::string quoted(const std::string& word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        "0123456789_@%+=:,./-";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
        return word;
    }
    std::string text = "'";
    for (const char c : word) {
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return text + "'";
}

std::string option_text(const std::string& name, const std::string& value) {
    return fmt::format(" --{}{}", name, value.empty() ? "" : " " + quoted(value));
}

// What would do what the proposal says.
std::string command_line(const Invocation& call, const exchange::Proposal& proposal) {
    auto text = "needlebook import " + quoted(call.arguments.need("FILE"));
    for (const auto& file : call.arguments.all("rules")) {
        text += option_text("rules", file);
    }
    auto rules = rules_of(call.command, call.arguments);
    rules.insert(rules.end(), proposal.rules.begin(), proposal.rules.end());
    for (const auto& rule : rules) {
        text += option_text(rule.option, rule.value);
    }
    const auto book = call.arguments.one("book");
    return text + (book ? option_text("book", *book) : "");
}

}  // namespace

Arguments with_rules(const Invocation& call) {
    auto all = call.arguments;
    for (const auto& name : call.arguments.all("rules")) {
        for (const auto& rule : exchange::rules_named(name)) {
            const auto& option = option_of(call.command, rule, name);
            if (!is_given(call.arguments, option, rule)) {
                option.repeated ? all.add(option.name, rule.value)
                                : all.replace(option.name, rule.value);
            }
        }
    }
    return all;
}

void save_rules(const Command& command,
                const Arguments& given,
                const std::vector<exchange::Rule>& added) {
    const auto name = given.one("save-rules");
    if (!name) {
        return;
    }
    auto rules = rules_of(command, given);
    rules.insert(rules.end(), added.begin(), added.end());
    const auto text = exchange::rules_text(rules);
    db::PrivateFile file(*name);
    file.write(text);
    file.close();
}

void show_proposal(Invocation& call, const exchange::Proposal& proposal) {
    call.io.out << (call.json()
                        ? exchange::json_text(exchange::proposal_json(proposal)) + "\n"
                        : proposal_page(
                              proposal, command_line(call, proposal), call.io.table_width()));
    const bool is_empty = proposal.report.rows_rejected > 0 &&
                          proposal.report.rows_rejected == proposal.report.rows_read;
    throw schema::refused(proposal.report.file,
                          "nothing was written",
                          proposal.is_open() ? "say what is open; then take it with --accept"
                          : is_empty         ? "put the problems right first"
                                             : "take it with --accept");
}

}  // namespace cli
