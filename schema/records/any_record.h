#pragma once
// The records of a patient that are described field by field: whoever handles one kind handles all
// of them.

#include <string_view>
#include <type_traits>
#include <variant>

#include "schema/records/acne_status.h"
#include "schema/records/adverse_event.h"
#include "schema/records/application.h"
#include "schema/records/appointment.h"
#include "schema/records/condition.h"
#include "schema/records/consent.h"
#include "schema/records/contact_attempt.h"
#include "schema/records/course.h"
#include "schema/records/other_treatment.h"
#include "schema/records/patient.h"
#include "schema/records/patient_entry.h"
#include "schema/records/photo.h"
#include "schema/records/pigmentation_observation.h"
#include "schema/records/questionnaire.h"
#include "schema/records/reading.h"
#include "schema/records/scar_observation.h"
#include "schema/records/session.h"
#include "schema/records/session_finding.h"
#include "schema/records/sign_off.h"

namespace schema {

// In the order in which they can be written: what a record refers to comes before it.
using AnyRecord = std::variant<Patient,
                               Condition,
                               Course,
                               Session,
                               Application,
                               AcneStatus,
                               ScarObservation,
                               PigmentationObservation,
                               Reading,
                               Questionnaire,
                               AdverseEvent,
                               OtherTreatment,
                               Appointment,
                               ContactAttempt,
                               Photo,
                               Consent,
                               PatientEntry,
                               SignOff,
                               SessionFinding>;

// Whose record it is; a patient is their own.
template <class Record>
Id<Patient> owner_of(const Record& record) {
    if constexpr (std::is_same_v<Record, Patient>) {
        return record.id;
    } else {
        return record.patient;
    }
}

// Calls `visit(Record{})` for each kind of record, in that order.
template <class Visit>
void for_each_kind(Visit&& visit) {
    [&]<class... Record>(std::variant<Record...>*) {
        (visit(Record{}), ...);
    }(static_cast<AnyRecord*>(nullptr));
}

}  // namespace schema
