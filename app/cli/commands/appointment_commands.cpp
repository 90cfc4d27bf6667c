// Who comes on a day; the other commands of appointments are those of every record.

#include <fmt/format.h>

#include "app/backup/backup_file.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/terminal/text_table.h"
#include "app/export/clinic_calendar.h"
#include "app/json/clinic_record_json.h"
#include "app/tracking/today.h"
#include "app/tracking/wall_clock.h"
#include "db/records/records.h"
#include "schema/kinds/value_text.h"

namespace cli {

namespace {

constexpr int usual_days = 90;
constexpr int most_days = 3660;

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

void write_calendar(Invocation& call) {
    require_out(call, "ics");
    const auto book = call.open_to_read(access_control::Right::export_records);
    const auto first = call.today(book);
    const int days = call.arguments.has("days") ? read_option<int>(call, "days") : usual_days;
    if (days < 1 || days > most_days) {
        throw schema::refused("--days",
                              fmt::format("{} is not from 1 to {}", days, most_days),
                              "give how many days from today the file is of");
    }
    print_calendar(call,
                   exchange::appointments_calendar(book,
                                                   backup::identity_of_book(book),
                                                   first,
                                                   first.plus_days(days - 1),
                                                   tracking::moment_now()));
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
        {.noun = "appointment",
         .verb = "calendar",
         .summary = "Write the appointments as a calendar file (iCalendar).",
         .example = "needlebook appointment calendar --out appointments.ics",
         .output = "written: appointments.ics",
         .notes = "Of a patient it has the chart number only. An appointment that was moved takes "
                  "its place again when the file is read anew.\n",
         .options = {{"days",
                      "N",
                      fmt::format("so many days from today or --as-of, up to {}; {} by itself",
                                  most_days,
                                  usual_days)},
                     out_option()},
         .as_of = true,
         .run = &write_calendar},
    };
}

}  // namespace cli
