#include "app/import/proposal/rules.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

constexpr std::uintmax_t most_bytes = 256 * 1024;

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\uFEFF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::string text_of_file(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > most_bytes) {
        std::string shipped;
        for (const auto& each : shipped_rules()) {
            shipped += (shipped.empty() ? "" : ", ") + std::string(each.name);
        }
        throw schema::refused(
            "--rules",
            error ? fmt::format("{} is not a file", excerpt(file.string()))
                  : fmt::format("{} has more than {} bytes", excerpt(file.string()), most_bytes),
            fmt::format("name a file that --save-rules wrote, or one of {}", shipped));
    }
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The first words of its comment say what the rules are for.
std::string_view first_comment(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    return line.substr(std::min<std::size_t>(line.size(), 2));
}

}  // namespace

std::vector<Rule> read_rules(std::string_view text, const std::string& name) {
    if (const auto fault = first_fault(text)) {
        throw schema::refused(fmt::format("{}:{}", name, place_of(text, *fault).line),
                              "is not UTF-8",
                              "save it as UTF-8");
    }
    std::vector<Rule> rules;
    std::size_t number = 0;
    for (const auto& each : schema::split(without_mark(text), '\n')) {
        ++number;
        const auto line = trimmed(each.ends_with('\r') ? each.substr(0, each.size() - 1) : each);
        if (!line.empty() && !line.starts_with('#')) {
            const auto blank = std::min(line.find_first_of(" \t"), line.size());
            rules.push_back({.option = std::string(line.substr(0, blank)),
                             .value = std::string(trimmed(line.substr(blank))),
                             .line = number});
        }
    }
    return rules;
}

std::vector<Rule> rules_named(const std::string& name) {
    const auto& shipped = shipped_rules();
    const auto found = std::find_if(
        shipped.begin(), shipped.end(), [&](const auto& each) { return each.name == name; });
    return found != shipped.end() ? read_rules(found->text, name)
                                  : read_rules(text_of_file(name), name);
}

std::string rules_text(const std::vector<Rule>& rules) {
    std::string text = "# How a file is read: needlebook import FILE --rules THIS\n";
    for (const auto& rule : rules) {
        if (rule.value.find_first_of("\r\n") != std::string::npos) {
            throw schema::refused("--save-rules",
                                  fmt::format("{} {} has a line end, which no line of rules can "
                                              "hold",
                                              rule.option,
                                              excerpt(rule.value)),
                                  "name the column by its place, as #2");
        }
        text += rule.option + (rule.value.empty() ? "" : " ") + rule.value + "\n";
    }
    return text;
}

std::string list_of_shipped_rules() {
    std::string text;
    for (const auto& each : shipped_rules()) {
        text += fmt::format("  {:<18}{}\n", each.name, first_comment(each.text));
    }
    return text;
}

}  // namespace exchange
