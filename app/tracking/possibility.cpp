#include "app/tracking/possibility.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "db/records/records.h"
#include "db/utc.h"
#include "schema/kinds/value_text.h"
#include "schema/records/adverse_event.h"
#include "schema/records/appointment.h"
#include "schema/records/patient.h"
#include "schema/records/session.h"

namespace tracking {

namespace {

using kinds::Type;
using schema::Date;
using schema::Problem;

constexpr int first_year = 1900;

std::optional<std::pair<Date, Date>> days_in(const kinds::Field& field, const kinds::Value& value) {
    if (value.is_absent()) {
        return std::nullopt;
    }
    switch (field.type) {
        case Type::day:
            return std::pair(value.as<Date>(), value.as<Date>());
        case Type::partial_day:
            return std::pair(value.as<schema::PartialDate>().first_day(),
                             value.as<schema::PartialDate>().last_day());
        case Type::moment:
            return std::pair(value.as<schema::CivilTime>().day(),
                             value.as<schema::CivilTime>().day());
        default:
            return std::nullopt;
    }
}

// Later than now in every time zone.
Date tomorrow() {
    const auto today = Date::read(db::utc_now().substr(0, 10));
    return today ? today->plus_days(1) : Date::last();
}

std::string name_of(const kinds::ConstRecord& record) {
    const auto id = record.kept().id;
    return id == 0 ? std::string(record.kind().noun) : fmt::format("{} {}", record.kind().noun, id);
}

void check_calendar(const kinds::ConstRecord& record, std::vector<Problem>& problems) {
    const auto until = tomorrow();
    for (const auto& day : days_of(record)) {
        const auto said = shown(record, *day.field);
        const auto add = [&](std::string_view code,
                             std::string_view what,
                             std::string_view remedy) {
            problems.push_back(Problem{name_of(record),
                                       fmt::format("{} is {}", said, what),
                                       fmt::format("give {}: {}", day.field->name, remedy)}
                                   .as(code, {{"field", schema::field_label(day.field->name)}}));
        };
        if (day.last.year() < first_year) {
            add("long_ago",
                "before 1900",
                "the Gregorian day, YYYY-MM-DD; the Hijri year 1447 began in 2025");
        } else if (!day.field->facets.planned && day.first > until) {
            add("in_future", "in the future", "the day on which it was, YYYY-MM-DD");
        }
    }
}

// Refused is only what is before the first day that the birth can mean.
void check_birth(const schema::PartialDate& born,
                 const kinds::ConstRecord& record,
                 std::vector<Problem>& problems) {
    for (const auto& day : days_of(record)) {
        if (day.last < born.first_day() && day.field->name != "born") {
            problems.push_back(
                schema::Problem{
                    name_of(record),
                    fmt::format("{} is before the patient was born", shown(record, *day.field)),
                    fmt::format("look whether it is the right patient; else correct {} or the date "
                                "of birth",
                                day.field->name)}
                    .as("before_birth", {{"field", schema::field_label(day.field->name)}}));
        }
    }
}

void check_session(const schema::Session& session,
                   const schema::AdverseEvent& event,
                   std::vector<Problem>& problems) {
    const kinds::ConstRecord record(event);
    for (const auto& day : days_of(record)) {
        if (day.last < session.at.day()) {
            problems.push_back(schema::Problem{
                name_of(record),
                fmt::format("{} is before session {} at {}",
                            shown(record, *day.field),
                            session.id.value,
                            session.at.text()),
                fmt::format("correct {}, or the session that it followed", day.field->name)}
                                   .as("before_session",
                                       {{"field", schema::field_label(day.field->name)},
                                        {"day", session.at.day()}}));
        }
    }
}

// What else the book knows of a patient that it knows already, and a date of birth would make
// impossible.
void check_patient(const db::Book& book,
                   const schema::Patient& patient,
                   std::vector<Problem>& problems) {
    if (!patient.born) {
        return;
    }
    check_birth(*patient.born, patient, problems);
    if (patient.id.value == 0) {
        return;
    }
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner != schema::Owner::patient || kind.made_by_program) {
            continue;
        }
        for (const auto& record : db::records_of(book, kind, db::Which::in_force, patient.id)) {
            check_birth(*patient.born, record, problems);
        }
    }
}

// As long as both take their time.
bool overlap(const schema::Appointment& one, const schema::Appointment& other) {
    constexpr double minutes_in_day = 24 * 60;
    if (!takes_time(one.status) || !takes_time(other.status)) {
        return false;
    }
    const auto later_by = std::lround(one.at.days_since(other.at) * minutes_in_day);
    return later_by < other.minutes && -later_by < one.minutes;
}

void check_overlap(const db::Book& book,
                   const schema::Appointment& appointment,
                   std::vector<Problem>& problems) {
    for (const auto& other : db::records_of<schema::Appointment>(book, appointment.patient)) {
        if (other.id != appointment.id && overlap(appointment, other)) {
            problems.push_back(
                schema::Problem{name_of(appointment),
                                fmt::format("at {} is while appointment {} at {} takes {} minutes",
                                            appointment.at.text(),
                                            other.id.value,
                                            other.at.text(),
                                            other.minutes),
                                "give another time, or cancel the other one"}
                    .as("appointment_overlap",
                        {{"on", other.at.day()},
                         {"clock", other.at.text().substr(11, 5)},
                         {"minutes", other.minutes}}));
        }
    }
}

template <class Record>
const Record& as(const kinds::ConstRecord& record) {
    return *static_cast<const Record*>(record.at());
}

template <class Record>
bool is(const kinds::ConstRecord& record) {
    return &record.kind() == &kinds::of<Record>();
}

}  // namespace

std::vector<NamedDay> days_of(const kinds::ConstRecord& record) {
    std::vector<NamedDay> days;
    for (const auto& field : record.kind().fields) {
        if (const auto found = days_in(field, record.get(field))) {
            days.push_back({&field, found->first, found->second});
        }
    }
    return days;
}

std::string shown(const kinds::ConstRecord& record, const kinds::Field& field) {
    return field.facets.confidential
               ? std::string(field.name)
               : fmt::format("{} {}", field.name, kinds::text_of(field, record.get(field)));
}

std::vector<Problem> impossible(const db::Book& book, const kinds::ConstRecord& record) {
    return impossible(book, record, schema::Id<schema::Patient>(record.kept().patient));
}

std::vector<Problem> impossible(const db::Book& book,
                                const kinds::ConstRecord& record,
                                schema::Id<schema::Patient> whose) {
    std::vector<Problem> problems;
    if (record.kind().made_by_program) {
        return problems;
    }
    check_calendar(record, problems);
    if (is<schema::Patient>(record)) {
        check_patient(book, as<schema::Patient>(record), problems);
        return problems;
    }
    if (const auto patient = db::find(book, whose); patient && patient->born) {
        check_birth(*patient->born, record, problems);
    }
    if (is<schema::Appointment>(record)) {
        check_overlap(book, as<schema::Appointment>(record), problems);
    } else if (is<schema::AdverseEvent>(record)) {
        const auto& event = as<schema::AdverseEvent>(record);
        const auto session = event.session ? db::find(book, *event.session) : std::nullopt;
        if (session && session->patient == event.patient) {
            check_session(*session, event, problems);
        }
    } else if (is<schema::Session>(record) && record.kept().id != 0) {
        const auto& session = as<schema::Session>(record);
        for (const auto& event : db::records_of<schema::AdverseEvent>(book, session.patient)) {
            if (event.session == session.id) {
                check_session(session, event, problems);
            }
        }
    }
    return problems;
}

}  // namespace tracking
