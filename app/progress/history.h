#pragma once
// What the book knows of one patient, read once; everything in this folder is computed from it.

#include <vector>

#include "schema/records/adverse_event.h"
#include "schema/records/agreement.h"
#include "schema/records/application.h"
#include "schema/records/care_advice.h"
#include "schema/records/clinic.h"
#include "schema/records/condition.h"
#include "schema/records/course.h"
#include "schema/records/instrument.h"
#include "schema/records/other_treatment.h"
#include "schema/records/patient.h"
#include "schema/records/questionnaire.h"
#include "schema/records/reading.h"
#include "schema/records/score.h"
#include "schema/records/session.h"
#include "schema/records/session_finding.h"
#include "schema/records/tag.h"

namespace progress {

// Nothing voided. Scores are sorted by instrument, region, at, id; sessions by at, id.
struct History {
    schema::Patient patient;
    std::vector<schema::Tag> tags;
    std::vector<schema::Instrument> instruments;
    std::vector<schema::Score> scores;
    std::vector<schema::Course> courses;
    std::vector<schema::Session> sessions;
    std::vector<schema::AdverseEvent> events;
    std::vector<schema::Questionnaire> questionnaires;
    std::vector<schema::Reading> readings;
    std::vector<schema::Application> applications;
    std::vector<schema::Condition> conditions;
    std::vector<schema::OtherTreatment> treatments;
    std::vector<schema::SessionFinding> findings;  // of the safety rules, before each session
    std::vector<schema::CareAdvice> care_rows;     // the clinic's own
    std::vector<schema::Agreement> agreements;     // adopted studies
    schema::Clinic clinic;
};

}  // namespace progress
