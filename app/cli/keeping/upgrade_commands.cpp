// From one version of the program to the next, and back.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/invocation.h"
#include "app/json/json_value.h"
#include "app/tracking/catalogue.h"
#include "db/ledger/ledger.h"
#include "db/upgrade.h"
#include "schema/types/error.h"

namespace cli {

namespace {

void show_upgrade(Invocation& call, const db::Upgrade& plan) {
    if (call.json()) {
        call.io.out << exchange::json_text(
                           nlohmann::ordered_json{{"from", plan.from},
                                                  {"to", plan.to},
                                                  {"steps", plan.steps},
                                                  {"begins_epoch", plan.begins_epoch},
                                                  {"entries", plan.entries},
                                                  {"book_bytes", plan.book_bytes}})
                    << '\n';
        return;
    }
    if (plan.steps.empty()) {
        call.io.out << fmt::format("The book is of version {}, as this program: nothing to do.\n",
                                   plan.to);
        return;
    }
    call.io.out << fmt::format(
        "The book is of version {}, this program's is {}.\n"
        "1. A verified copy of it is made beside it: {} bytes, {} ledger entries.\n"
        "2. In one transaction, all or nothing: {}.\n{}"
        "Way back, as long as nothing was recorded since: needlebook upgrade --back\n",
        plan.from,
        plan.to,
        plan.book_bytes,
        plan.entries,
        fmt::join(plan.steps, ", "),
        plan.begins_epoch
            ? "3. The ledger is played once more before, and goes on with the whole book in it.\n"
            : "");
}

void take_back(Invocation& call) {
    const auto file = call.book_file();
    const auto copy = db::copy_before_upgrade(db::Book::open_as_stored(file));
    confirm_act(call,
                {.what = fmt::format("puts {} in the place of {}", copy.string(), file.string()),
                 .details = {"passwords and settings that were changed since are as before",
                             "this program brings it up to date again when it opens it"},
                 .way_back = "The book is kept beside it as FILE.replaced."});
    db::take_upgrade_back(file);
    call.io.err << "The book is as it was before its upgrade: open it with the program of that "
                   "time.\n";
}

void upgrade(Invocation& call) {
    if (call.arguments.has("back")) {
        take_back(call);
        return;
    }
    const auto plan = db::upgrade_of(call.book_file());
    if (call.arguments.has("dry-run")) {
        show_upgrade(call, plan);
        return;
    }
    const auto book = tracking::open_book(call.book_file(), call.actor());
    call.io.err << (plan.steps.empty()
                        ? std::string("Nothing to do.\n")
                        : fmt::format("Version {} of the book; the copy from before lies beside "
                                      "it.\n",
                                      plan.to));
}

}  // namespace

std::vector<Command> upgrade_commands() {
    return {
        {.noun = "upgrade",
         .verb = "",
         .summary = "Bring an older book up to date, say before what that does, or take it "
                    "back.",
         .example = "needlebook upgrade --dry-run",
         .output = "The book is of version 27, as this program: nothing to do.",
         .notes = "Every command that opens an older book to write does the same: first a "
                  "verified copy, FILE.before-vN, then\nall steps in one transaction. A book "
                  "of a newer program is refused and left as it is.\n",
         .options = {{"dry-run", "", "only say what would be done"},
                     {"back", "", "put the copy from before back, if nothing was recorded since"},
                     yes_option()},
         .json = true,
         .asks = true,
         .run = &upgrade}};
}

}  // namespace cli
