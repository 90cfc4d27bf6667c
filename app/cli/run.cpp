#include "app/cli/run.h"

#include <iostream>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/parser.h"
#include "schema/types/error.h"

namespace cli {

namespace {

int status_of(schema::Fault fault) {
    switch (fault) {
        case schema::Fault::refused:
            return 1;
        case schema::Fault::misused:
            return 2;
        case schema::Fault::damaged:
            break;
    }
    return 3;
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
        parsed.command->run(invocation);
        io.out.flush();
        return 0;
    } catch (const schema::Error& error) {
        for (const auto& problem : error.problems()) {
            io.err << fmt::format(
                "error: {}: {}\ntry: {}\n", problem.where, problem.what, problem.remedy);
        }
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
