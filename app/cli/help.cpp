#include "app/cli/help.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/lists/list_output.h"

namespace cli {

std::string usage_of(const Command& command) {
    std::string line = "needlebook " + command.name();
    for (const auto& argument : command.arguments) {
        const auto word = argument.name + (argument.repeated ? " …" : "");
        line += argument.required ? " " + word : fmt::format(" [{}]", word);
    }
    for (const auto& option : command.options) {
        if (option.required) {
            line += fmt::format(" --{} {}", option.name, option.value);
        }
    }
    return line + " [OPTIONS]";
}

std::string option_note(const Option& option) {
    return fmt::format("{}{}{}{}",
                       option.meaning,
                       option.required ? " (required)" : "",
                       option.from_input ? " (-: from standard input)" : "",
                       option.repeated ? " (repeatable)" : "");
}

namespace {

std::string option_head(const Option& option) {
    return fmt::format("--{}{}{}", option.name, option.value.empty() ? "" : " ", option.value);
}

std::string lines_of(const std::vector<Option>& options) {
    std::string lines;
    for (const auto& option : options) {
        const auto head = option_head(option);
        lines += fmt::format("  {:<24}{}{}\n",
                             head,
                             head.size() < 24 ? "" : "\n" + std::string(26, ' '),
                             wrapped(option_note(option), 26, 100));
    }
    return lines;
}

std::string indented(std::string_view text, std::string_view by) {
    std::string result;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        result += fmt::format("{}{}\n", by, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string result;
    std::size_t column = indent;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (column + end + 1 > width && column > indent) {
            result += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            result += ' ';
            ++column;
        }
        result += text.substr(0, end);
        column += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

std::vector<Option> common_options(const Command& command) {
    std::vector<Option> options;
    if (command.book != Book::none) {
        options.push_back(
            {"book", "FILE", "the book; by itself $NEEDLEBOOK, else the one in your data folder"});
    }
    if (command.takes_json()) {
        options.push_back({"json", "", "print JSON, of errors too"});
    }
    if (command.list) {
        const auto of_list = list_output_options();
        options.insert(options.end(), of_list.begin(), of_list.end());
    }
    if (command.as_of) {
        options.push_back({"as-of", "DATE", "as if today were this day, YYYY-MM-DD"});
    }
    if (command.book == Book::write) {
        options.push_back({"actor",
                           "NAME",
                           "who does this, for the ledger; by itself $NEEDLEBOOK_ACTOR, else your "
                           "system user name"});
        options.push_back({.name = "reason",
                           .value = "TEXT",
                           .meaning = "why, for the ledger",
                           .required = command.needs_reason,
                           .from_input = true});
        options.push_back(
            {"key",
             "TEXT",
             "a submission key: the same again writes nothing twice, anything else with "
             "this key is refused"});
        options.push_back({.name = "confirm",
                           .value = "FIELD",
                           .meaning = "store it although the value of this field is unusual; "
                                      "duplicate: although it seems to be there already. "
                                      "At a terminal it is asked",
                           .repeated = true});
    }
    if (command.book == Book::read) {
        options.push_back({"actor",
                           "NAME",
                           "who reads, in a book with accounts; by itself $NEEDLEBOOK_ACTOR, else "
                           "your system user name"});
    }
    if (command.book != Book::write && command.asks_the_clock) {
        options.push_back({"reason", "TEXT", "why, with --clock-is-right"});
    }
    if (command.book == Book::write || command.asks_the_clock) {
        options.push_back({"clock-is-right",
                           "",
                           "go on although the book's last entry is later than this machine's "
                           "clock; needs --reason"});
    }
    options.push_back({"color",
                       "WHEN",
                       "auto, always or never; by itself auto: on a terminal, but not with "
                       "$NO_COLOR or TERM=dumb"});
    return options;
}

std::vector<Option> all_options(const Command& command) {
    auto options = command.options;
    const auto common = common_options(command);
    options.insert(options.end(), common.begin(), common.end());
    return options;
}

namespace {

// The command without the options that many commands take.
std::string own_help(const Command& command) {
    auto text = fmt::format("{}\n\nExample:\n{}{}\nUsage: {}\n",
                            command.summary,
                            indented("$ " + command.example, "  "),
                            indented(command.output, "  "),
                            usage_of(command));
    for (const auto& argument : command.arguments) {
        text += fmt::format("  {:<24}{}\n", argument.name, wrapped(argument.meaning, 26, 100));
    }
    return text + (command.options.empty() ? "" : "\nOptions:\n" + lines_of(command.options));
}

std::string with_notes(std::string text, const Command& command) {
    return text + (command.notes.empty() ? "" : "\n" + command.notes);
}

}  // namespace

std::string help_of(const Command& command) {
    const auto head = command.options.empty() ? "\nOptions:\n" : "";
    return with_notes(own_help(command) + head + lines_of(common_options(command)), command);
}

std::string overview(std::span<const Command> commands, std::string_view noun) {
    const auto of_noun = [&](const Command& command) { return command.noun == noun; };
    const bool known = std::any_of(commands.begin(), commands.end(), of_noun);
    std::string text =
        known ? ""
              : "Needlebook, the treatment book of a clinic that does microneedling.\n\n"
                "Try it: needlebook demo\nBegin:  needlebook init\n\n";
    std::string last;
    for (const auto& command : commands) {
        if (known && !of_noun(command)) {
            continue;
        }
        text += last.empty() || last == command.noun ? "" : "\n";
        last = command.noun;
        text += fmt::format("  {:<24}{}\n", command.name(), wrapped(command.summary, 26, 100));
    }
    return text + "\n`needlebook COMMAND --help` shows an example and the options of each.\n";
}

Command command_of_all() {
    Command all;
    all.book = Book::write;
    all.json = all.list = all.as_of = true;
    return all;
}

std::string reference(std::span<const Command> commands) {
    std::string text =
        "# Command line\n\nGenerated from the program's own help (`needlebook help --markdown`); a "
        "test keeps it so.\n\n"
        "Data goes to standard output, talk to standard error. Exit status: 0 done, 1 refused (the "
        "input or the\n"
        "rules), 2 misused (the call is not understood), 3 the book is damaged or cannot be "
        "opened. Every error is two\n"
        "lines, `error:` and `try:`.\n\n"
        "Many commands take these, before their name too; at the end of each command stands "
        "which.\n\n"
        "```text\n" +
        lines_of(common_options(command_of_all())) + "```\n";
    for (const auto& command : commands) {
        auto also = std::string("\nAlso:");
        for (const auto& option : common_options(command)) {
            also += " --" + option.name + (option.required ? " (required)" : "");
        }
        text += fmt::format("\n## needlebook {}\n\n```text\n{}```\n",
                            command.name(),
                            with_notes(own_help(command) + wrapped(also, 2, 100) + "\n", command));
    }
    return text;
}

std::string version_line() {
    return "needlebook " NEEDLEBOOK_VERSION "\n";
}

}  // namespace cli
