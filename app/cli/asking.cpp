#include "app/cli/asking.h"

#include <fmt/format.h>

#include "app/cli/terminal/display_text.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"

namespace cli {

namespace {

bool is_yes(const std::string& answer) {
    const auto said = schema::identity(answer);
    return said == "y" || said == "yes";
}

}  // namespace

void confirm_or_refuse(const tracking::Asked& asked, Io& io) {
    for (const auto& question : asked.questions()) {
        io.err << fmt::format("{}: {}\n", question.place(), one_line(question.reason));
    }
    io.err << "Is it so? [y/N] " << std::flush;
    std::string answer;
    io.in->clear();  // a text that was read from it before had an end
    if (!std::getline(*io.in, answer) || !is_yes(answer)) {
        throw schema::refused(asked.questions().front().place(),
                              "was not confirmed, and nothing was recorded",
                              "correct it, and enter it again");
    }
}

}  // namespace cli
