// Who met a lot: for a recall.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/safety_json.h"
#include "db/records/lots.h"

namespace cli {

namespace {

std::string what_of(const schema::Session& session) {
    std::string areas;
    for (const auto& area : session.areas) {
        areas += (areas.empty() ? "" : ", ") + plain(area.region);
    }
    return fmt::format("cartridge: {}, {}", plain(session.device), areas);
}

std::string what_of(const schema::Application& application) {
    return fmt::format("product: {}{}",
                       plain(application.active),
                       application.product ? ", " + *application.product : "");
}

template <class Record>
void add_rows(std::vector<std::vector<std::string>>& rows,
              const std::vector<exchange::LotUse<Record>>& all) {
    for (const auto& [chart, record] : all) {
        rows.push_back({chart,
                        record.at.text(),
                        fmt::format("{} {}", schema::Description<Record>::noun, record.id.value),
                        what_of(record)});
    }
}

void show_lot(Invocation& call) {
    const auto book = call.open_to_read();
    const auto lot = call.arguments.need("LOT");
    const auto sessions = exchange::lot_uses(book, db::sessions_with_lot(book, lot));
    const auto applications = exchange::lot_uses(book, db::applications_with_lot(book, lot));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::lot_json(lot, sessions, applications)) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    add_rows(rows, sessions);
    add_rows(rows, applications);
    call.io.out << (rows.empty()
                        ? fmt::format("Nobody met lot \"{}\".\n", lot)
                        : text_table(
                              {"patient", "at", "record", "what"}, rows, call.io.table_width()));
}

}  // namespace

std::vector<Command> lot_commands() {
    return {
        {.noun = "lot",
         .verb = "",
         .summary = "List every patient and session that met a lot, of a cartridge or a product.",
         .example = "needlebook lot L123",
         .output = "patient  at                record     what\n"
                   "C-001    2026-01-05T10:30  session 3  cartridge: pen, left cheek, forehead",
         .notes = "Every spelling is found: capital or small letters, blanks, any dash or none, "
                  "digits of "
                  "any script, and marks that nobody sees make no other lot.",
         .arguments = {{"LOT", "the lot, in any spelling"}},
         .json = true,
         .run = &show_lot},
    };
}

}  // namespace cli
