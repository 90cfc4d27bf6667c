// What the shells ask at the Tab key.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/access/grant.h"
#include "app/cli/commands/commands.h"
#include "app/cli/completion/candidates.h"
#include "app/cli/invocation.h"
#include "app/cli/nearest.h"
#include "app/cli/terminal/display_text.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "schema/types/error.h"

namespace cli {

namespace {

constexpr std::string_view for_bash =
    R"sh(# bash completion of needlebook: source <(needlebook completion bash)
_needlebook() {
    local word
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        if [ "$word" = ":files" ]; then
            compopt -o default 2>/dev/null
        else
            COMPREPLY+=("$(printf '%q' "$word")")
        fi
    done < <("${COMP_WORDS[0]}" completion candidates -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _needlebook needlebook
)sh";

constexpr std::string_view for_zsh = R"sh(#compdef needlebook
# zsh completion of needlebook: source <(needlebook completion zsh), after compinit
_needlebook() {
    local line word meaning
    local -a found
    for line in "${(@f)$("${words[1]}" completion candidates -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        word="${line%%$'\t'*}"
        meaning="${line#*$'\t'}"
        if [[ "$word" == ":files" ]]; then
            _files
        elif [[ -n "$word" ]]; then
            found+=("${word//:/\\:}:${meaning}")
        fi
    done
    (( ${#found} )) && _describe -t words needlebook found
}
compdef _needlebook needlebook
)sh";

constexpr std::string_view for_fish =
    R"sh(# fish completion of needlebook: needlebook completion fish | source
function __needlebook_candidates
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] completion candidates -- $words[2..-1] 2>/dev/null)
        if test "$line" = ":files"\t
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c needlebook -f -a '(__needlebook_candidates)'
)sh";

void print_script(Invocation& call) {
    const auto shell = call.arguments.need("SHELL");
    if (shell == "bash") {
        call.io.out << for_bash;
    } else if (shell == "zsh") {
        call.io.out << for_zsh;
    } else if (shell == "fish") {
        call.io.out << for_fish;
    } else {
        const std::vector<std::string> shells{"bash", "zsh", "fish"};
        throw schema::misused("SHELL",
                              fmt::format("\"{}\" is no shell that is known here", shell),
                              did_you_mean("", nearest(shell, shells)) + "give bash, zsh or fish");
    }
}

// Nothing is told at the Tab key: a book that is not there, or whose reader has no right, has no
// candidates. The book is never changed, nor brought up to date.
template <class Work>
std::vector<Candidate> from_book(const Invocation& call, const Work& work) {
    try {
        const auto book = db::Book::open_for_check(call.book_file());
        access_control::require(access_control::authorise_local(book, call.actor()),
                                access_control::Right::read_records);
        return work(book);
    } catch (const schema::Error&) {
        return {};
    }
}

// A text before which nothing that begins so stands, in the order of charts.
std::string just_before(std::string beginning) {
    if (beginning.empty() || beginning.back() == '\0') {
        return "";
    }
    --beginning.back();
    return beginning + "\x7F";
}

std::vector<Candidate> charts(const db::Book& book, const std::string& beginning) {
    constexpr std::size_t most = 200;
    std::vector<Candidate> found;
    for (const auto& patient : db::patients_by_chart(book, just_before(beginning), most)) {
        found.push_back({patient.chart});
    }
    return found;
}

void print_candidates(Invocation& call) {
    const KnownByBook known{.charts =
                                [&](const std::string& beginning) {
                                    return from_book(call, [&](const db::Book& book) {
                                        return charts(book, beginning);
                                    });
                                },
                            .instruments =
                                [&](const std::string&) {
                                    return from_book(call, [](const db::Book& book) {
                                        std::vector<Candidate> found;
                                        for (const auto& each : db::all_instruments(book)) {
                                            found.push_back({each.code, each.name});
                                        }
                                        return found;
                                    });
                                }};
    const auto commands = all_commands();
    for (const auto& each : candidates(commands, call.arguments.all("WORDS"), known)) {
        call.io.out << each.word << '\t' << one_line(each.meaning) << '\n';
    }
}

}  // namespace

std::vector<Command> completion_commands() {
    return {
        {.noun = "completion",
         .verb = "candidates",
         .summary = "Print what may stand at the end of a line: what the shells ask.",
         .example = "needlebook completion candidates -- session rec",
         .output = "record\tRecord a microneedling session.",
         .notes = "A word and its meaning a line, a tab between; \":files\" stands for the names "
                  "of files.\n",
         .arguments =
             {{.name = "WORDS",
               .meaning =
                   "after --, the words of the line; the last is completed, empty for a new one",
               .required = false,
               .repeated = true}},
         .book = Book::read,
         .run = &print_candidates},
        {.noun = "completion",
         .verb = "",
         .summary =
             "Print what makes a shell complete commands, options, charts and instruments at Tab.",
         .example = "needlebook completion bash",
         .output = "# bash completion of needlebook: source <(needlebook completion bash)\n…",
         .notes =
             "bash: > ~/.local/share/bash-completion/completions/needlebook; zsh: > "
             "\"${fpath[1]}/_needlebook\";\nfish: > ~/.config/fish/completions/needlebook.fish. "
             "Charts are those of $NEEDLEBOOK, for whoever may read them.\n",
         .arguments = {{.name = "SHELL",
                        .meaning = "bash, zsh or fish",
                        .words = {"bash", "zsh", "fish"}}},
         .book = Book::none,
         .run = &print_script},
    };
}

}  // namespace cli
