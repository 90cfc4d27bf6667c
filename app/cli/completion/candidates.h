#pragma once
// What may stand at the end of a command line that is being typed, from the table of commands.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/cli/command.h"

namespace cli {

struct Candidate {
    std::string word;
    std::string meaning{};  // one line; may be empty

    bool operator==(const Candidate&) const = default;
};

// Stands for the names of files, which a shell completes itself.
inline const Candidate any_file{":files"};

// What only a book tells. Each gives those that begin so; nothing where it cannot be read.
struct KnownByBook {
    using Beginning = const std::string&;
    std::function<std::vector<Candidate>(Beginning)> charts;
    std::function<std::vector<Candidate>(Beginning)> instruments;
};

// What begins as the last word, which may be empty, after those before it; in the order of the
// help.
std::vector<Candidate> candidates(std::span<const Command> commands,
                                  const std::vector<std::string>& words,
                                  const KnownByBook& known);

}  // namespace cli
