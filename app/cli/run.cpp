#include "app/cli/run.h"

#include <filesystem>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/parser.h"
#include "app/cli/problems.h"
#include "db/transact.h"
#include "schema/types/error.h"

namespace cli {

namespace {

int status_of(schema::Fault fault) {
    switch (fault) {
        case schema::Fault::refused:
        case schema::Fault::missing:
        case schema::Fault::changed:
        case schema::Fault::busy:
            return 1;
        case schema::Fault::misused:
            return 2;
        case schema::Fault::full:
        case schema::Fault::replaced:
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
    const auto answer = db::answer_of(call.open_to_read(), *key);
    if (answer && !answer->empty()) {
        call.io.out << *answer << '\n';
    }
    return answer.has_value();
}

}  // namespace

int run(const std::vector<std::string>& words, Io& io) {
    try {
        const auto commands = all_commands();
        const auto parsed = parse(commands, words);
        if (parsed.command == nullptr) {
            io.out << parsed.help;
            return 0;
        }
        Invocation invocation{*parsed.command, parsed.arguments, io};
        if (!answered_before(invocation)) {
            parsed.command->run(invocation);
        }
        io.out.flush();
        return 0;
    } catch (const schema::Error& error) {
        print_problems(io.err, "error", error.problems());
        return status_of(error.fault());
    } catch (const std::exception& error) {
        io.err << fmt::format(
            "error: needlebook: {}\ntry: check the disk and memory of this machine; "
            "nothing was written that was not acknowledged\n",
            error.what());
        return 3;
    }
}

}  // namespace cli
