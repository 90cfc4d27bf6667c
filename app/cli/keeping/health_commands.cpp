// How the book and its machine are, for programs that watch.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/health.h"
#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/problems.h"
#include "app/tracking/wall_clock.h"
#include "db/utc.h"

namespace cli {

namespace {

void show_health(Invocation& call) {
    const auto book = db::Book::open_as_stored(call.book_file());
    const auto now = tracking::moment_now().time_since_epoch().count();
    const auto health = backup::health_of(book, now);
    if (call.json()) {
        call.io.out << exchange::json_text(backup::health_json(health, [](std::int64_t moment) {
            return db::utc_text(moment);
        })) << '\n';
    } else {
        call.io.out << schema::word(health.level) << '\n';
    }
    if (health.level == backup::Level::bad) {
        call.io.out.flush();
        throw schema::Error(schema::Fault::refused, health.problems);
    }
    print_problems(call.io.err, "warning", health.problems);
}

}  // namespace

std::vector<Command> health_commands() {
    return {{.noun = "health",
             .verb = "",
             .summary = "Say in a moment whether somebody must look after the book.",
             .example = "needlebook health",
             .output = "good",
             .notes = "good, caution or bad: of the head and the ledger's end, the clock, the room "
                      "on the disk and the backups.\nExit status 0; 1 for bad. `needlebook check` "
                      "proves that the book is whole.\n",
             .json = true,
             .run = &show_health}};
}

}  // namespace cli
