// The web app, on this machine and, where it is asked for, on the clinic's network.

#include <cstdlib>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/commands/commands.h"
#include "app/cli/problems.h"
#include "app/cli/serving/network_given.h"
#include "app/cli/serving/serving.h"
#include "app/server/first_start.h"
#include "db/file/book_files.h"
#include "db/ledger/signature.h"

namespace cli {

namespace {

// On no account is an empty book to be begun beside the real one by a slip in a path.
void tell_place(std::ostream& err, const server::PlaceOfBook& place) {
    const auto folder = place.file.parent_path().string();
    err << fmt::format(
        "There is no book {}\nThe page under the address below begins it there; until then nothing "
        "is made.\n",
        place.file.string());
    if (!place.others.empty()) {
        err << fmt::format(
            "In {} lies {}: if that is the one, Ctrl-C, and name it with --book FILE.\n",
            folder,
            fmt::join(place.others, ", "));
    }
}

// The folder of the book that nobody named is the program's own: no slip leads there.
void make_data_folder(const Invocation& call) {
    const char* named = std::getenv("NEEDLEBOOK");
    if (!call.arguments.one("book") && (named == nullptr || *named == '\0')) {
        db::make_folders_of(call.book_file());
    }
}

void serve(Invocation& call) {
    make_data_folder(call);
    if (const auto place = server::place_of_book(call.book_file())) {
        tell_place(call.io.err, *place);
    } else if (auto found = db::unsigned_state(db::Book::open(call.book_file()))) {
        print_problems(call.io.err, "warning", {std::move(found->problem)});
    }
    serve_book(call, call.book_file());
}

std::vector<Option> options() {
    auto all = serving_options();
    const auto network = network_options();
    all.insert(all.end(), network.begin(), network.end());
    return all;
}

}  // namespace

std::vector<Command> serve_commands() {
    return {
        {.noun = "serve",
         .verb = "",
         .summary = "Serve the book to the browsers of this machine or the network, until Ctrl-C.",
         .example = "needlebook serve",
         .output = "http://127.0.0.1:8420/start?secret=…",
         .notes =
             "The address lets one browser in, once, until the server stops: Enter, or SIGUSR1, "
             "prints\nanother. With accounts it holds no secret: people sign in there. Nobody else "
             "on the\nnetwork can reach it, but with --listen: then everything is encrypted, "
             "people "
             "have accounts, and\nowners a second factor. Where there is no book yet, its page "
             "begins one in "
             "that file: the clinic\nand what it needles with.\nHow it is guarded: docs/serve.md\n",
         .options = options(),
         .as_of = true,
         .run = &serve},
    };
}

}  // namespace cli
