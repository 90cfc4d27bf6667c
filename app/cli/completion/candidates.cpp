#include "app/cli/completion/candidates.h"

#include <algorithm>
#include <optional>
#include <set>

#include "app/cli/help.h"
#include "app/cli/visit/said_visit.h"
#include "app/clinical/safety/rules.h"

namespace cli {

namespace {

// The words of a line, as far as they are understood.
struct TypedLine {
    const Command* command = nullptr;
    std::string noun;                   // where the command is not said whole
    std::vector<std::string> others{};  // after the command: words that are no option and no value
    std::set<std::string> given{};      // options
    std::optional<Option> asks{};       // the option whose value the last word is
};

std::optional<Option> option_named(const Command& command, const std::string& word) {
    if (!word.starts_with("--")) {
        return std::nullopt;
    }
    for (auto& option : all_options(command)) {
        if (word == "--" + option.name || (!option.also.empty() && word == "--" + option.also)) {
            return std::move(option);
        }
    }
    return std::nullopt;
}

const Command* command_of(std::span<const Command> commands,
                          const std::string& noun,
                          const std::string& verb) {
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& each) {
        return each.noun == noun && each.verb == verb;
    });
    return found == commands.end() ? nullptr : &*found;
}

// All but the last word.
TypedLine read_line(std::span<const Command> commands, const std::vector<std::string>& words) {
    TypedLine line;
    const auto everywhere = command_of_all();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto& word = words[i];
        const auto option =
            option_named(line.command != nullptr ? *line.command : everywhere, word);
        line.asks.reset();
        if (option) {
            line.given.insert(option->name);
            if (!option->value.empty() && i + 2 == words.size()) {
                line.asks = option;
            } else if (!option->value.empty()) {
                ++i;
            }
        } else if (word.starts_with("--")) {
            continue;
        } else if (line.noun.empty()) {
            line.noun = word;
            line.command = command_of(commands, word, "");
        } else if (line.command == nullptr || (line.command->verb.empty() && line.others.empty() &&
                                               command_of(commands, line.noun, word) != nullptr)) {
            line.command = command_of(commands, line.noun, word);
        } else {
            line.others.push_back(word);
        }
    }
    return line;
}

class Finder {
  public:
    Finder(std::span<const Command> commands,
           const std::vector<std::string>& words,
           const KnownByBook& known)
        : commands_(commands),
          begins_(words.back()),
          known_(known),
          line_(read_line(commands, words)) {}

    std::vector<Candidate> find() {
        if (line_.asks) {
            add_values(line_.asks->name, line_.asks->value, line_.asks->words);
        } else if (begins_.starts_with("-")) {
            add_options();
        } else if (line_.noun.empty()) {
            add_nouns();
        } else {
            add_verbs();
            add_argument();
        }
        return std::move(found_);
    }

  private:
    void add(const std::string& word, const std::string& meaning = "") {
        const bool is_new = std::none_of(
            found_.begin(), found_.end(), [&](const Candidate& each) { return each.word == word; });
        if (word.starts_with(begins_) && is_new) {
            found_.push_back({word, meaning});
        }
    }
    void add_all(const std::vector<Candidate>& all) {
        for (const auto& each : all) {
            add(each.word, each.meaning);
        }
    }
    void add_nouns() {
        for (const auto& command : commands_) {
            add(command.noun, command.verb.empty() ? command.summary : "");
        }
        add("help", "What commands there are.");
    }
    void add_verbs() {
        if (!line_.others.empty() || (line_.command != nullptr && !line_.command->verb.empty())) {
            return;
        }
        for (const auto& command : commands_) {
            if (command.noun == line_.noun && !command.verb.empty()) {
                add(command.verb, command.summary);
            }
        }
    }
    void add_options() {
        const auto command = line_.command != nullptr ? *line_.command : command_of_all();
        for (const auto& option : all_options(command)) {
            if (option.repeated || !line_.given.contains(option.name)) {
                add("--" + option.name, option.meaning);
            }
        }
        add("--help", "An example, and what it takes.");
    }
    void add_argument() {
        if (line_.command == nullptr || line_.command->arguments.empty()) {
            return;
        }
        const auto& all = line_.command->arguments;
        const auto place = line_.others.size();
        if (place < all.size() || all.back().repeated) {
            const auto& argument = all[std::min(place, all.size() - 1)];
            add_values(argument.name, argument.name, argument.words);
        }
    }
    void add_values(const std::string& name,
                    const std::string& value,
                    const std::vector<std::string>& words) {
        for (const auto& word : words) {
            add(word);
        }
        if (value == "CHART" || value == "INTO" || name == "patient") {
            add_all(known_.charts(begins_));
        } else if (value == "CODE" || name == "instrument") {
            add_all(known_.instruments(begins_));
        } else if (value == "FILE" || value == "FOLDER" || name == "file" || name == "out") {
            found_.push_back(any_file);
        } else if (value == "RULE") {
            for (const auto& rule : clinical::rules()) {
                add(std::string(rule.id));
            }
        } else if (value == "yes|no") {
            add("yes");
            add("no");
        } else if (value == "RECORD") {
            for (const auto& noun : nouns_of_visit()) {
                add(noun);
            }
        }
    }

    std::span<const Command> commands_;
    std::string begins_;
    const KnownByBook& known_;
    TypedLine line_;
    std::vector<Candidate> found_{};
};

}  // namespace

std::vector<Candidate> candidates(std::span<const Command> commands,
                                  const std::vector<std::string>& words,
                                  const KnownByBook& known) {
    const std::vector<std::string> none{""};
    return Finder(commands, words.empty() ? none : words, known).find();
}

}  // namespace cli
