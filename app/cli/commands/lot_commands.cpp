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

std::string table_of(const Invocation& call, const exchange::LotUses& uses) {
    std::vector<std::vector<std::string>> rows;
    add_rows(rows, uses.sessions);
    add_rows(rows, uses.applications);
    return rows.empty()
               ? ""
               : text_table({"patient", "at", "record", "what"}, rows, call.io.table_width());
}

void show_lot(Invocation& call) {
    const auto book = call.open_to_read();
    const auto lot = call.arguments.need("LOT");
    const exchange::LotUses met{exchange::lot_uses(book, db::sessions_with_lot(book, lot)),
                                exchange::lot_uses(book, db::applications_with_lot(book, lot))};
    const exchange::LotUses also{exchange::lot_uses(book, db::sessions_near_lot(book, lot)),
                                 exchange::lot_uses(book, db::applications_near_lot(book, lot))};
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::lot_json(lot, met, also)) << '\n';
        return;
    }
    const auto table = table_of(call, met);
    call.io.out << (table.empty() ? fmt::format("Nobody met lot \"{}\".\n", lot) : table);
    if (const auto others = table_of(call, also); !others.empty()) {
        call.io.out << "\nAlso look at, what was written holds this lot or one that looks alike:\n"
                    << others;
    }
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
                  "any script, and marks that nobody sees make no other lot. Listed apart is what "
                  "holds the lot among other words, of an anaesthetic or product too, and what "
                  "differs in signs that look alike (O and 0, I, l and 1).",
         .arguments = {{"LOT", "the lot, in any spelling"}},
         .json = true,
         .run = &show_lot},
    };
}

}  // namespace cli
