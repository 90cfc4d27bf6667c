#include "app/cli/run.h"

#include <filesystem>

#include <fmt/format.h>
#include <sys/resource.h>

#include "app/cli/commands/commands.h"
#include "app/cli/parser.h"
#include "app/cli/problems.h"
#include "app/cli/terminal/clean_output.h"
#include "db/ledger/transact.h"
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

bool is_of_the_disk(schema::Fault fault) {
    return fault == schema::Fault::full || fault == schema::Fault::unavailable;
}

int status_of(schema::Fault fault) {
    switch (fault) {
        case schema::Fault::refused:
        case schema::Fault::missing:
        case schema::Fault::changed:
        case schema::Fault::implausible:
        case schema::Fault::duplicate:
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
    const auto key = call.arguments.one("key");
    if (!key || call.command.tells_of_repeats || !std::filesystem::exists(call.book_file())) {
        return false;
    }
    const auto answer = db::answer_of(db::Book::open(call.book_file()), {.key = key});
    if (answer && !answer->empty()) {
        call.io.out << *answer << '\n';
    }
    return answer.has_value();
}

CleanOutput::As as_text(bool is_terminal) {
    return is_terminal ? CleanOutput::As::terminal : CleanOutput::As::text;
}

}  // namespace

int run(const std::vector<std::string>& words, Io& io) {
    CleanOutput out(io.out, as_text(io.out_is_terminal));
    const CleanOutput err(io.err, as_text(io.err_is_terminal));
    try {
        const auto commands = all_commands();
        const auto parsed = parse(commands, words);
        if (parsed.arguments.has("json")) {
            out.become(CleanOutput::As::json);
        }
        if (parsed.command == nullptr) {
            io.out << parsed.help;
        } else if (Invocation invocation{*parsed.command, parsed.arguments, io};
                   !answered_before(invocation)) {
            parsed.command->run(invocation);
        }
        if (!io.out.flush()) {
            throw schema::damaged("standard output",
                                  "was not written to its end",
                                  "make room for it; what was asked for is done");
        }
        return 0;
    } catch (const schema::Error& error) {
        const int status = status_of(error.fault());
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
