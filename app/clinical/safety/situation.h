#pragma once
// All that the safety rules look at: the session that is planned and what the book knows of the
// patient and the clinic. Nothing voided.

#include <optional>
#include <vector>

#include "app/clinical/safety/taken_medicines.h"
#include "schema/records/acne_status.h"
#include "schema/records/adverse_event.h"
#include "schema/records/application.h"
#include "schema/records/clinic.h"
#include "schema/records/condition.h"
#include "schema/records/consent.h"
#include "schema/records/depth_limit.h"
#include "schema/records/other_treatment.h"
#include "schema/records/patient.h"
#include "schema/records/session.h"
#include "schema/types/region.h"

namespace clinical {

struct PlannedArea {
    schema::Region region{};
    std::optional<double> depth_mm;  // none: not decided yet
};

// What is going to be done. Until it is recorded only `at`, `device`, and what else is decided are
// set in `session`; its own areas are not looked at.
struct Plan {
    schema::Session session;
    std::vector<PlannedArea> areas;
    // It is being recorded now: what a record should have and lacks counts.
    bool is_recorded = false;
};

// The plan that a whole record is.
Plan plan_of(const schema::Session& session);

// What the clinic received of the planned cartridge's lot, and what it was used for.
struct LotInStock {
    int pieces = 0;
    int uses = 0;  // of all pieces together
    int used = 0;  // sessions of whichever patient, without the planned one
};

struct Situation {
    Plan plan;
    schema::Patient patient;
    schema::Clinic clinic;
    std::vector<schema::DepthLimit> own_depth_limits;  // the clinic's own rows
    std::vector<schema::Condition> conditions;
    std::vector<schema::OtherTreatment> treatments;
    std::vector<schema::AcneStatus> statuses;
    std::vector<schema::Session> sessions;  // the patient's, any time; not the planned one
    std::vector<schema::Application> applications;
    std::vector<schema::AdverseEvent> events;
    // Other patients' with the planned cartridge lot, by time.
    std::vector<schema::Session> lot_sessions;
    std::optional<LotInStock> lot_in_stock;  // none: the stock does not know the lot
    bool has_treatment_form = false;         // the clinic has patients sign for treatment here
    // The patient's to treatment, withdrawn ones too.
    std::vector<schema::Consent> consents;
    Medicines medicines{};  // of conditions and treatments; assess() reads them

    schema::Date day() const { return plan.session.at.day(); }
    bool has_area(schema::Region region) const;
};

// Radiofrequency needling is another treatment than plain needling.
constexpr bool is_radiofrequency(schema::Device device) {
    return device == schema::Device::rf_insulated || device == schema::Device::rf_noninsulated;
}

}  // namespace clinical
