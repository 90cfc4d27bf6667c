// The web app, on this machine only.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/serving.h"
#include "app/cli/problems.h"
#include "db/ledger/signature.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

void serve(Invocation& call) {
    if (!std::filesystem::exists(call.book_file())) {
        throw schema::damaged(call.book_file().string(),
                              "there is no book",
                              "make one with `needlebook init`, or look at `needlebook demo "
                              "--serve`");
    }
    if (auto found = db::unsigned_state(db::Book::open(call.book_file()))) {
        print_problems(call.io.err, "warning", {std::move(found->problem)});
    }
    serve_book(call, call.book_file());
}

}  // namespace

std::vector<Command> serve_commands() {
    return {
        {.noun = "serve",
         .verb = "",
         .summary = "Serve the book to the browsers of this machine, until Ctrl-C.",
         .example = "needlebook serve",
         .output = "http://127.0.0.1:8420/start?secret=…",
         .notes =
             "The address lets one browser in, once, until the server stops: Enter, or SIGUSR1, "
             "prints\nanother. With accounts it holds no secret: people sign in there. Nobody else "
             "on the\nnetwork can reach it.\nHow it is guarded: docs/serve.md\n",
         .options = serving_options(),
         .as_of = true,
         .run = &serve},
    };
}

}  // namespace cli
