#pragma once
// Options of an import kept in a file: one a line, as the command line has them, without dashes.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct Rule {
    std::string option;   // "map"
    std::string value{};  // "patient=Chart No"; empty for a switch
    std::size_t line = 0;

    bool operator==(const Rule&) const = default;
};

// The rules of a text. Lines that begin with # and blank lines say nothing. `name` is for messages.
// Throws schema::Error (refused), with its line, for text that is not UTF-8.
std::vector<Rule> read_rules(std::string_view text, const std::string& name);

// The rules that go by this name with the program, else those of the file. Throws schema::Error:
// refused for a file that is not there or too large.
std::vector<Rule> rules_named(const std::string& name);

// The same as a text. Throws schema::Error (refused) for a value with a line end.
std::string rules_text(const std::vector<Rule>& rules);

// Rules that ship with the program.
struct ShippedRules {
    std::string_view name;  // "cdisc-ae"
    std::string_view text;
};
const std::vector<ShippedRules>& shipped_rules();

// "cdisc-ae    adverse events (AE) of CDISC SDTM": a line for each, for help.
std::string list_of_shipped_rules();

}  // namespace exchange
