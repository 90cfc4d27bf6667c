#include "app/export/patient_calendar.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"
#include "app/progress/words/event_sentences.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/sha256.h"
#include "db/records/records.h"
#include "schema/records/appointment.h"

namespace exchange {

std::vector<CalendarEvent> patient_events(const db::Book& book,
                                          const schema::Patient& patient,
                                          schema::Date today,
                                          std::string_view whose,
                                          const texts::Language& language,
                                          std::chrono::sys_seconds written_at) {
    const auto history = progress::load_history(book, patient);
    const auto clinic = progress::care_contact(history.clinic);
    const tracking::WallClock clock(history.clinic.time_zone);
    const auto id = db::hex(db::sha256(fmt::format("calendar {}", whose))).substr(0, 20);
    std::vector<CalendarEvent> events;
    for (const auto& visit : db::records_of<schema::Appointment>(book, patient.id)) {
        if (visit.at.day() < today || !schema::takes_time(visit.status)) {
            continue;
        }
        CalendarEvent event{
            .uid = fmt::format("{}-visit-{}@needlebook", id, visit.id.value),
            .version = visit.version,
            .written_at = written_at,
            .when = visit.at.day(),
            .summary = language.text("printed.calendar.visit", {{"clinic", clinic.clinic}}),
            .contact = clinic.telephone};
        if (visit.at.has_clock()) {
            event.when = CalendarTime{clock.moment(visit.at), std::chrono::minutes(visit.minutes)};
        }
        events.push_back(std::move(event));
    }
    if (!events.empty()) {
        return events;
    }
    const auto summary = progress::summarise(history, today);
    if (progress::is_due_for_patient(summary) && summary.due->next_on >= today) {
        events.push_back(
            {.uid = fmt::format("{}-due@needlebook", id),
             .written_at = written_at,
             .when = summary.due->next_on,
             .summary = language.text("printed.calendar.due", {{"clinic", clinic.clinic}}),
             .contact = clinic.telephone});
    }
    return events;
}

}  // namespace exchange
