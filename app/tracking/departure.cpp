#include "app/tracking/departure.h"

#include <algorithm>

#include "db/records/records.h"

namespace tracking {

using schema::AdverseEvent;
using schema::Patient;
using schema::Session;

namespace {

// Sessions say when it was for a death alone, so that they are read for nobody else.
std::optional<clinical::Departure> departure_with(const db::Book& book,
                                                  const Patient& patient,
                                                  const std::vector<AdverseEvent>& events) {
    const bool died = std::any_of(events.begin(), events.end(), [](const AdverseEvent& event) {
        return event.severity == clinical::severity_of_death;
    });
    return clinical::departure(
        patient, events, died ? db::records_of<Session>(book, patient.id) : std::vector<Session>());
}

std::optional<schema::Problem> sessions_later(const db::Book& book,
                                              const Patient& patient,
                                              const std::optional<clinical::Departure>& gone) {
    return gone ? clinical::refused_departure(gone, db::records_of<Session>(book, patient.id))
                : std::nullopt;
}

}  // namespace

std::optional<clinical::Departure> departure_of(const db::Book& book, const Patient& patient) {
    return departure_with(book, patient, db::records_of<AdverseEvent>(book, patient.id));
}

std::vector<schema::Problem> after_departure(const db::Book& book, const Session& session) {
    const auto patient = db::find(book, session.patient);
    if (!patient) {
        return {};
    }
    auto refused =
        clinical::refused_session(*patient, departure_of(book, *patient), session.at.day());
    return refused ? std::vector{std::move(*refused)} : std::vector<schema::Problem>();
}

std::optional<schema::Problem> departure_before(const db::Book& book, const AdverseEvent& event) {
    const auto patient = db::find(book, event.patient);
    if (!patient || event.severity != clinical::severity_of_death) {
        return std::nullopt;
    }
    auto events = db::records_of<AdverseEvent>(book, event.patient);
    events.push_back(event);
    return sessions_later(book, *patient, departure_with(book, *patient, events));
}

void refuse_departure_before(const db::Book& book, const Patient& stored) {
    if (auto refused = sessions_later(book, stored, departure_of(book, stored))) {
        schema::refuse_any({std::move(*refused)});
    }
}

void refuse_departure_before(const db::Book& book, const AdverseEvent& stored) {
    const auto patient = db::find(book, stored.patient);
    if (patient && stored.severity == clinical::severity_of_death) {
        refuse_departure_before(book, *patient);
    }
}

}  // namespace tracking
