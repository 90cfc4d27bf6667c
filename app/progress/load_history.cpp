#include "app/progress/load_history.h"

#include "db/records/agreements.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "db/records/tags.h"
#include "db/snapshot.h"

namespace progress {

History load_history(const db::Book& book, const schema::Patient& patient) {
    const db::Snapshot snapshot(book);
    return {
        .patient = patient,
        .tags = db::tags_of(book, patient.id),
        .instruments = db::all_instruments(book),
        .scores = db::scores_of(book, patient.id),
        .courses = db::records_of<schema::Course>(book, patient.id),
        .sessions = db::records_of<schema::Session>(book, patient.id),
        .events = db::records_of<schema::AdverseEvent>(book, patient.id),
        .questionnaires = db::records_of<schema::Questionnaire>(book, patient.id),
        .readings = db::records_of<schema::Reading>(book, patient.id),
        .applications = db::records_of<schema::Application>(book, patient.id),
        .conditions = db::records_of<schema::Condition>(book, patient.id),
        .treatments = db::records_of<schema::OtherTreatment>(book, patient.id),
        .findings = db::records_of<schema::SessionFinding>(book, patient.id),
        .care_rows = db::profile_rows<schema::CareAdvice>(book),
        .agreements = db::adopted_agreements(book),
        .clinic = db::read_clinic(book),
    };
}

History load_history_for_safety(const db::Book& book, const schema::Patient& patient) {
    const db::Snapshot snapshot(book);
    return {
        .patient = patient,
        .courses = db::records_of<schema::Course>(book, patient.id),
        .sessions = db::records_of<schema::Session>(book, patient.id),
        .events = db::records_of<schema::AdverseEvent>(book, patient.id),
        .applications = db::records_of<schema::Application>(book, patient.id),
        .conditions = db::records_of<schema::Condition>(book, patient.id),
        .treatments = db::records_of<schema::OtherTreatment>(book, patient.id),
        .clinic = db::read_clinic(book),
    };
}

}  // namespace progress
