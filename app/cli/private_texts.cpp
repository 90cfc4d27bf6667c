#include "app/cli/private_texts.h"

#include <fmt/format.h>

#include "app/cli/help.h"
#include "app/text/utf8.h"
#include "schema/types/error.h"

namespace cli {

namespace {

constexpr std::size_t most_bytes = 1'000'000;

// The text up to the end of the line, or of everything.
std::string read_text(std::istream& in, bool everything) {
    std::string text;
    for (char c = 0; text.size() <= most_bytes && in.get(c);) {
        if (c == '\n' && !everything) {
            break;
        }
        text += c;
    }
    if (everything && text.ends_with('\n')) {
        text.pop_back();
    }
    if (text.ends_with('\r')) {
        text.pop_back();
    }
    return text;
}

void refuse(const std::string& name, const std::string& text) {
    const auto misuse = [&](const char* what, const char* remedy) {
        throw schema::misused(name, what, remedy);
    };
    if (text.empty()) {
        misuse("there is nothing for it on standard input", "give the text there: - < FILE");
    }
    if (text.size() > most_bytes) {
        misuse("standard input has more than 1 MB", "give one text there");
    }
    if (exchange::first_fault(text)) {
        misuse("standard input is not UTF-8 text", "give the text in UTF-8");
    }
}

}  // namespace

void read_private_texts(const Command& command, Arguments& arguments, std::istream& in) {
    std::vector<std::pair<std::string, std::string>> asked;  // by name, and as it was given
    for (const auto& argument : command.arguments) {
        if (argument.from_input && arguments.one(argument.name) == "-") {
            asked.emplace_back(argument.name, argument.name);
        }
    }
    for (const auto& option : all_options(command)) {
        if (option.from_input && arguments.one(option.name) == "-") {
            asked.emplace_back(option.name, "--" + option.name);
        }
    }
    for (const auto& [name, given] : asked) {
        auto text = read_text(in, name == asked.back().first);
        refuse(given, text);
        arguments.replace(name, std::move(text));
    }
}

}  // namespace cli
