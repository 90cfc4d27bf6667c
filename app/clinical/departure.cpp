#include "app/clinical/departure.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "schema/types/word.h"

namespace clinical {

namespace {

using schema::AdverseEvent;
using schema::Date;
using schema::Patient;
using schema::PatientStatus;
using schema::Problem;
using schema::Session;

std::optional<Date> day_of(const AdverseEvent& event, const std::vector<Session>& sessions) {
    if (event.onset) {
        return event.onset->last_day();
    }
    const auto session = std::find_if(sessions.begin(), sessions.end(), [&](const Session& each) {
        return event.session && each.id == *event.session;
    });
    return session == sessions.end() ? std::nullopt : std::optional(session->at.day());
}

bool is_gone(const std::optional<PatientStatus>& status) {
    return status == PatientStatus::left || status == PatientStatus::died;
}

std::string said_by(const Departure& gone) {
    return gone.event
               ? fmt::format(" (event {} of severity {})", gone.event->value, severity_of_death)
               : std::string();
}

Problem problem(std::string what, std::string remedy) {
    return {.where = "patient", .what = std::move(what), .remedy = std::move(remedy)};
}

}  // namespace

std::optional<Departure> departure(const Patient& patient,
                                   const std::vector<AdverseEvent>& events,
                                   const std::vector<Session>& sessions) {
    if (patient.status == PatientStatus::died) {
        return Departure{.status = PatientStatus::died, .on = patient.status_on};
    }
    const auto death = std::find_if(events.begin(), events.end(), [](const AdverseEvent& event) {
        return !event.voided && event.severity == severity_of_death;
    });
    if (death != events.end()) {
        return Departure{
            .status = PatientStatus::died, .on = day_of(*death, sessions), .event = death->id};
    }
    if (patient.status == PatientStatus::left) {
        return Departure{.status = PatientStatus::left, .on = patient.status_on};
    }
    return std::nullopt;
}

std::optional<Problem> refused_session(const Patient& patient,
                                       const std::optional<Departure>& gone,
                                       Date day) {
    if (!gone || !gone->on || day <= *gone->on) {
        return std::nullopt;
    }
    const auto what = fmt::format("the patient {} on {}{}; the session is of {}",
                                  schema::word(gone->status),
                                  gone->on->text(),
                                  said_by(*gone),
                                  day.text());
    schema::Arguments days{{"on", *gone->on}, {"day", day}};
    if (gone->status == PatientStatus::left) {
        return Problem{"session",
                       what,
                       fmt::format("ask whether the patient came back: then `needlebook patient "
                                   "correct {} --status active --status-on {} --reason \"came "
                                   "back\"`, and record it again; else correct the day or the "
                                   "patient",
                                   patient.chart,
                                   day.text())}
            .as("session_after_leaving", std::move(days));
    }
    return Problem{"session",
                   what,
                   gone->event
                       ? fmt::format("correct the day or the patient; if nobody died, correct the "
                                     "severity: `needlebook event correct {} --severity …`",
                                     gone->event->value)
                       : fmt::format("correct the day or the patient; if the patient lives: "
                                     "`needlebook patient correct {} --status active --status-on "
                                     "{} --reason …`",
                                     patient.chart,
                                     day.text())}
        .as(gone->event ? "session_after_death_of_event" : "session_after_death", std::move(days));
}

std::optional<Problem> refused_departure(const std::optional<Departure>& gone,
                                         const std::vector<Session>& sessions) {
    if (!gone || !gone->on) {
        return std::nullopt;
    }
    const auto later = std::find_if(sessions.begin(), sessions.end(), [&](const Session& session) {
        return session.at.day() > *gone->on;
    });
    if (later == sessions.end()) {
        return std::nullopt;
    }
    return problem(fmt::format("{} on {}{}, but session {} is of {}",
                               schema::word(gone->status),
                               gone->on->text(),
                               said_by(*gone),
                               later->id.value,
                               later->at.text()),
                   "ask which is right: correct the day, or correct or void the session first")
        .as("departure_before_session", {{"on", *gone->on}, {"day", later->at.day()}});
}

std::vector<Problem> contradictions(const Patient& patient) {
    std::vector<Problem> problems;
    if (is_gone(patient.status) && !patient.status_on) {
        problems.push_back(
            problem(fmt::format("status {} without status_on", schema::word(*patient.status)),
                    "give the day as status_on, the latest it can have been if it is not known")
                .as("status_without_day"));
    }
    if (patient.status_on && !patient.status) {
        problems.push_back(
            problem(fmt::format("status_on {} without status", patient.status_on->text()),
                    "give status active, left or died, or leave status_on out")
                .as("day_without_status"));
    }
    if (patient.status_on && patient.born && *patient.status_on < patient.born->first_day()) {
        problems.push_back(
            problem(fmt::format("status_on {} is before born", patient.status_on->text()),
                    "correct status_on or born")
                .as("before_birth", {{"field", schema::field_label("status_on")}}));
    }
    return problems;
}

}  // namespace clinical
