#pragma once
// A command of the program as data: the parser, the help and docs/cli.md are all made from it.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

struct Invocation;

struct Option {
    std::string name;     // "lot-expiry", without the dashes
    std::string value;    // "DATE"; empty for a switch
    std::string meaning;  // one line, with the unit
    bool required = false;
    bool repeated = false;
    std::string also{};                // a second spelling
    bool from_input = false;           // "-" takes the text from standard input
    std::vector<std::string> words{};  // that it takes, where they are few
};

// A word of the command line that is not an option: CHART, FILE.
struct Argument {
    std::string name;
    std::string meaning;
    bool required = true;
    bool repeated = false;
    bool from_input = false;  // as of an option
    std::vector<std::string> words{};
};

enum class Book { none, read, write };

struct Command {
    std::string noun;     // "session", or a whole command: "progress"
    std::string verb;     // "record"; empty for a whole command
    std::string summary;  // one sentence
    std::string example;  // a command line that works
    std::string output;   // what it prints
    std::string notes{};  // lines after the options
    std::vector<Argument> arguments{};
    std::vector<Option> options{};
    Book book = Book::read;
    bool json = false;              // takes --json
    bool list = false;              // takes --format and what goes with it: lists/list_output.h
    bool as_of = false;             // takes --as-of
    bool needs_reason = false;      // is refused without --reason
    bool asks_the_clock = false;    // is refused while the clock is behind the book
    bool asks = false;              // something at the terminal, or shows how far it is
    bool tells_of_repeats = false;  // says itself that a submission key was known
    std::function<void(Invocation&)> run;

    bool takes_json() const { return json || book == Book::write; }
    // At a terminal, through a pager.
    bool is_read_in_pages() const { return book != Book::write && json && !asks; }
    std::string name() const { return verb.empty() ? noun : noun + " " + verb; }
};

// What was given, by the names of arguments and options.
class Arguments {
  public:
    void add(const std::string& name, std::string value) {
        given_[name].push_back(std::move(value));
    }

    void replace(const std::string& name, std::string value) { given_[name] = {std::move(value)}; }

    const std::map<std::string, std::vector<std::string>>& all() const { return given_; }

    bool has(const std::string& name) const { return given_.contains(name); }
    std::optional<std::string> one(const std::string& name) const {
        const auto found = given_.find(name);
        return found == given_.end() ? std::nullopt : std::optional(found->second.back());
    }
    std::string need(const std::string& name) const { return given_.at(name).back(); }
    std::vector<std::string> all(const std::string& name) const {
        const auto found = given_.find(name);
        return found == given_.end() ? std::vector<std::string>() : found->second;
    }

  private:
    std::map<std::string, std::vector<std::string>> given_;
};

}  // namespace cli
