#include "app/cli/problems.h"

#include <fmt/format.h>

#include "app/cli/terminal/display_text.h"

namespace cli {

void print_problems(std::ostream& out,
                    std::string_view word,
                    const std::vector<schema::Problem>& problems) {
    for (const auto& problem : problems) {
        const auto command =
            problem.command.empty() ? "" : fmt::format(": `{}`", one_line(problem.command));
        out << fmt::format("{}: {}: {}\ntry: {}{}\n",
                           word,
                           one_line(problem.where),
                           one_line(problem.what),
                           one_line(problem.remedy),
                           command);
    }
}

}  // namespace cli
