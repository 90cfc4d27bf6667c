#pragma once
// Records that cannot be true. Only impossible data is refused; what is merely unusual is recorded,
// and what is unwise is a matter of the safety rules.
//
// All the problems of a record, not the first; empty for a record that can be true. The ranges that
// a field declares itself (schema/records) are checked where the field is read, not again here.

#include <vector>

#include "schema/records/any_record.h"
#include "schema/records/care_advice.h"
#include "schema/records/clinic_record.h"
#include "schema/records/depth_limit.h"
#include "schema/records/description.h"
#include "schema/records/instrument.h"
#include "schema/types/error.h"

namespace clinical {

template <class Record>
concept Described = requires {
    schema::Description<Record>::noun;
};

// The other kinds have nothing to contradict: each field stands for itself.
template <Described Record>
std::vector<schema::Problem> contradictions(const Record&) {
    return {};
}

std::vector<schema::Problem> contradictions(const schema::Patient& patient);
std::vector<schema::Problem> contradictions(const schema::Condition& condition);
std::vector<schema::Problem> contradictions(const schema::Course& course);
std::vector<schema::Problem> contradictions(const schema::Session& session);
std::vector<schema::Problem> contradictions(const schema::AcneStatus& seen);
std::vector<schema::Problem> contradictions(const schema::ScarObservation& seen);
std::vector<schema::Problem> contradictions(const schema::PigmentationObservation& seen);
std::vector<schema::Problem> contradictions(const schema::Questionnaire& filled);
std::vector<schema::Problem> contradictions(const schema::AdverseEvent& event);
std::vector<schema::Problem> contradictions(const schema::OtherTreatment& treatment);
std::vector<schema::Problem> contradictions(const schema::Appointment& appointment);
std::vector<schema::Problem> contradictions(const schema::Stock& stock);
std::vector<schema::Problem> contradictions(const schema::Protocol& protocol);
std::vector<schema::Problem> contradictions(const schema::ConsentForm& form);
std::vector<schema::Problem> contradictions(const schema::DepthLimit& limit);
std::vector<schema::Problem> contradictions(const schema::CareAdvice& advice);
std::vector<schema::Problem> contradictions(const schema::Instrument& scale);

}  // namespace clinical
