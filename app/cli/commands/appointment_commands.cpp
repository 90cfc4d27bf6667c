// Who comes on a day; the other commands of appointments are those of every record.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/clinic_record_json.h"
#include "app/tracking/today.h"
#include "db/records/records.h"
#include "schema/kinds/value_text.h"

namespace cli {

namespace {

// "lidocaine, metal_allergy"
std::string names_of(const std::vector<schema::Condition>& allergies) {
    std::string names;
    for (const auto& allergy : allergies) {
        names += names.empty() ? "" : ", ";
        names += allergy.substance.value_or(std::string(schema::word(allergy.kind)));
    }
    return names;
}

void show_appointment_day(Invocation& call) {
    const auto book = call.open_to_read();
    const auto day = call.today(book);
    const auto coming = tracking::coming_patients(book, day, day);
    if (call.json()) {
        call.io.out << exchange::json_text(
                           exchange::array_of(coming, exchange::coming_patient_json))
                    << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& [each, patient, allergies] : coming) {
        rows.push_back({each.at.text().substr(schema::Date().text().size() + 1),
                        std::to_string(each.minutes),
                        patient.chart,
                        patient.name.value_or(""),
                        names_of(allergies),
                        std::string(schema::word(each.status)),
                        std::to_string(each.id.value)});
    }
    call.io.out << (rows.empty()
                        ? fmt::format("Nobody has an appointment on {}.\n", day.text())
                        : text_table(
                              {"at", "minutes", "patient", "name", "allergies", "status", "id"},
                              rows,
                              call.io.table_width()));
}

}  // namespace

std::vector<Command> appointment_commands() {
    return {
        {.noun = "appointment",
         .verb = "day",
         .summary = "List who comes on a day, by the clock.",
         .example = "needlebook appointment day --as-of 2026-02-02",
         .output = "at     minutes  patient  name        status   id\n"
                   "10:30  45       C-001    Huda Saleh  planned  3",
         .json = true,
         .as_of = true,
         .run = &show_appointment_day},
    };
}

}  // namespace cli
