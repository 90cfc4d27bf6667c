#include "app/export/clinic_calendar.h"

#include <fmt/format.h>

#include "app/export/calendar.h"
#include "app/tracking/today.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/sha256.h"
#include "db/records/clinic.h"

namespace exchange {

namespace {

// Of the book and no other, and nothing that is known of it.
std::string whose(const std::string& identity) {
    return db::hex(db::sha256("calendar " + identity)).substr(0, 20);
}

}  // namespace

std::string appointments_calendar(const db::Book& book,
                                  const std::string& identity,
                                  schema::Date first,
                                  schema::Date last,
                                  std::chrono::sys_seconds written_at) {
    const tracking::WallClock clock(db::read_clinic(book).time_zone);
    const auto id = whose(identity);
    std::vector<CalendarEvent> events;
    for (const auto& coming : tracking::coming_patients(book, first, last)) {
        const auto& about = coming.about;
        if (!schema::takes_time(about.status)) {
            continue;
        }
        CalendarEvent event{.uid = fmt::format("{}-appointment-{}@needlebook", id, about.id.value),
                            .version = about.version,
                            .written_at = written_at,
                            .when = about.at.day(),
                            .summary = coming.patient.chart};
        if (about.at.has_clock()) {
            event.when = CalendarTime{clock.moment(about.at), std::chrono::minutes(about.minutes)};
        }
        events.push_back(std::move(event));
    }
    return calendar_file(events);
}

std::string due_calendar(const std::string& identity,
                         const std::vector<progress::DuePatient>& list,
                         std::chrono::sys_seconds written_at) {
    const auto id = whose(identity);
    std::vector<CalendarEvent> events;
    for (const auto& each : list) {
        events.push_back({.uid = fmt::format("{}-due-{}@needlebook", id, each.patient.value),
                          .written_at = written_at,
                          .when = each.due.next_on,
                          .summary = fmt::format("{}: session due", each.chart)});
    }
    return calendar_file(events);
}

}  // namespace exchange
