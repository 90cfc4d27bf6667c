#include "app/tracking/departure.h"

#include "db/records.h"

namespace tracking {

using schema::AdverseEvent;
using schema::Patient;
using schema::Session;

std::optional<clinical::Departure> departure_of(const db::Book& book, const Patient& patient) {
    return clinical::departure(patient,
                               db::records_of<AdverseEvent>(book, patient.id),
                               db::records_of<Session>(book, patient.id));
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

void refuse_departure_before(const db::Book& book, const Patient& stored) {
    if (auto refused = clinical::refused_departure(departure_of(book, stored),
                                                   db::records_of<Session>(book, stored.id))) {
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
