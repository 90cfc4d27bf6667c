#include "app/cli/run.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <sys/resource.h>

#include "app/cli/asking.h"
#include "app/cli/commands/commands.h"
#include "app/cli/json_answer.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/parser.h"
#include "app/cli/problems.h"
#include "app/cli/terminal/clean_output.h"
#include "app/cli/terminal/pager.h"
#include "app/tracking/questions.h"
#include "db/ledger/ledger.h"
#include "db/ledger/transact.h"
#include "schema/types/disk_fault.h"
#include "schema/types/error.h"

namespace cli {

namespace {

// A limit on the size of files looks like a fault of the disk to whoever writes one.
std::vector<schema::Problem> with_limit(std::vector<schema::Problem> problems) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        problems.push_back({"limit",
                            fmt::format("no file may grow beyond {} bytes here", limit.rlim_cur),
                            "raise it: ulimit -f unlimited"});
    }
    return problems;
}

constexpr int status_of_closed_pipe = 128 + SIGPIPE;  // as where the signal ends a program

int status_of(schema::Fault fault) {
    switch (fault) {
        case schema::Fault::refused:
        case schema::Fault::missing:
        case schema::Fault::changed:
        case schema::Fault::forbidden:
        case schema::Fault::implausible:
        case schema::Fault::duplicate:
        case schema::Fault::dependents:
        case schema::Fault::busy:
            return 1;
        case schema::Fault::misused:
            return 2;
        case schema::Fault::full:
        case schema::Fault::unavailable:
        case schema::Fault::damaged:
            break;
    }
    return 3;
}

// A submission whose key is known is answered as it was then, whatever its words mean by now: the
// chart number that it names may be the one that it changed.
bool answered_before(const Invocation& call) {
    if (!call.arguments.has("key") || call.command.tells_of_repeats ||
        !std::filesystem::exists(call.book_file())) {
        return false;
    }
    const auto answer = db::answer_of(db::Book::open(call.book_file()), call.submission());
    if (answer && !answer->empty()) {
        call.io.out << *answer << '\n';
    }
    return answer.has_value();
}

CleanOutput::As as_text(bool is_terminal) {
    return is_terminal ? CleanOutput::As::terminal : CleanOutput::As::text;
}

// No command goes on, or succeeds, when a part of its answer was not written.
class WrittenOrThrown {
  public:
    explicit WrittenOrThrown(std::ostream& out) : out_(out) { out_.exceptions(std::ios::badbit); }
    ~WrittenOrThrown() { out_.exceptions(std::ios::goodbit); }
    WrittenOrThrown(const WrittenOrThrown&) = delete;
    WrittenOrThrown& operator=(const WrittenOrThrown&) = delete;

  private:
    std::ostream& out_;
};

// A write that has no JSON of its own answers what it would have printed, as JSON.
void run_once(const Command& command, const Arguments& arguments, Io& io) {
    if (command.json || !arguments.has("json")) {
        Invocation invocation{command, arguments, io};
        command.run(invocation);
        return;
    }
    std::ostringstream printed;
    Io instead{.out = printed,
               .err = io.err,
               .err_is_terminal = io.err_is_terminal,
               .width = io.width,
               .in = io.in,
               .cursor = io.cursor};
    Invocation invocation{command, arguments, instead};
    command.run(invocation);
    const auto book = invocation.book_file();
    const auto entry = std::filesystem::exists(book) ? db::last_entry(db::Book::open(book)) : 0;
    print_json_answer(io.out, command, printed.str(), entry);
}

// What is asked back ends the command, but at a terminal, where it is asked.
void run_asking(const Command& command, Arguments arguments, Io& io) {
    for (;;) {
        try {
            run_once(command, arguments, io);
            return;
        } catch (const tracking::Asked& asked) {
            if (io.in == nullptr) {
                throw;
            }
            confirm_or_refuse(asked, io);
            for (const auto& question : asked.questions()) {
                arguments.add("confirm", question.confirmed_by());
            }
        }
    }
}

// --color
bool has_colours(const std::string& told, bool by_itself) {
    if (told == "always" || told == "never") {
        return told == "always";
    }
    if (told != "auto") {
        throw schema::misused("--color",
                              fmt::format("\"{}\" is not auto, always or never", told),
                              "give auto, always or never");
    }
    return by_itself;
}

// Those of the noun that stands first; all where none does.
std::vector<Command> commands_for(const std::vector<std::string>& words) {
    auto commands = words.empty() ? std::vector<Command>() : commands_of(words[0]);
    return commands.empty() ? all_commands() : commands;
}

void answer(const std::vector<std::string>& words, Io& io, CleanOutput& out) {
    const WrittenOrThrown checked(io.out);
    const auto commands = commands_for(words);
    const auto parsed = parse(commands, words);
    if (const auto colour = parsed.arguments.one("color")) {
        io.has_colours = has_colours(*colour, io.has_colours);
        out.become(as_text(io.out_is_terminal || io.has_colours));
    }
    if (is_json_asked_for(parsed.arguments)) {
        out.become(CleanOutput::As::json);
    }
    const bool has_pages = parsed.command == nullptr || parsed.command->is_read_in_pages();
    const Pager pager(io.out_is_terminal && has_pages ? pager_command() : std::nullopt);
    io.is_in_pages = pager.is_open();
    if (parsed.command == nullptr) {
        io.out << parsed.help;
    } else if (!answered_before({*parsed.command, parsed.arguments, io})) {
        run_asking(*parsed.command, parsed.arguments, io);
    }
    io.out.flush();
}

// Of an error before the words were understood too.
bool is_json_typed(const std::vector<std::string>& words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::find(words.begin(), end, "--json") != end;
}

}  // namespace

int run(const std::vector<std::string>& words, Io& io) {
    CleanOutput out(io.out, as_text(io.out_is_terminal));
    const CleanOutput err(io.err, as_text(io.err_is_terminal));
    try {
        answer(words, io, out);
        return 0;
    } catch (const ClosedPipe&) {
        return io.is_in_pages ? 0 : status_of_closed_pipe;
    } catch (const schema::Error& error) {
        const int status = status_of(error.fault());
        if (is_json_typed(words)) {
            print_json_error(io.err, error, status);
            return status;
        }
        print_problems(
            io.err,
            "error",
            is_of_the_disk(error.fault()) ? with_limit(error.problems()) : error.problems());
        return status;
    } catch (const std::exception& error) {
        io.err << fmt::format(
            "error: needlebook: {}\ntry: check the disk and memory of this machine; "
            "nothing was written that was not acknowledged\n",
            error.what());
        return 3;
    }
}

}  // namespace cli
