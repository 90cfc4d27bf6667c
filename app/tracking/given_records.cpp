#include "app/tracking/given_records.h"

#include <utility>

#include "app/tracking/departure.h"
#include "app/tracking/possibility.h"
#include "app/tracking/scoring.h"
#include "db/records/records.h"
#include "schema/types/error.h"

namespace tracking {

namespace {

using kinds::ConstRecord;
using schema::Patient;
using PatientId = schema::Id<Patient>;

}  // namespace

std::vector<schema::AnyRecord> every_record_of(const db::Book& book, PatientId patient) {
    std::vector<schema::AnyRecord> all;
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner == schema::Owner::patient) {
            for (auto& record : db::records_of(book, kind, db::Which::of_patient, patient)) {
                all.push_back(std::move(record));
            }
        }
    }
    return all;
}

void give(db::Write& write, std::vector<schema::AnyRecord>& records, PatientId to) {
    Scorer scorer(write);
    for (const auto& record : records) {
        std::visit(
            [&](auto one) {
                if (!std::exchange(one.voided, true)) {
                    scorer.renew(one);  // takes them out
                }
            },
            record);
    }
    db::give_to(write, records, to);
    for (auto& record : records) {
        auto kept = ConstRecord(record).kept();
        kept.patient = to.value;
        kinds::Record(record).set_kept(kept);
        if (!kept.voided) {
            std::visit([&](const auto& one) { scorer.store(one); }, record);
        }
    }
    scorer.finish();
}

Patient patient_in_force(const db::Book& book, PatientId id) {
    auto patient = db::find(book, id);
    if (!patient || patient->voided) {
        throw schema::changed("patient", "was entered in error", "restore the patient first")
            .as("patient_voided");
    }
    return std::move(*patient);
}

void refuse_same(PatientId from, PatientId to) {
    if (from == to) {
        throw schema::refused(
            "the other chart", "is the same patient's already", "name another one")
            .as("same_patient");
    }
}

void refuse_impossible(const db::Book& book, const std::vector<schema::AnyRecord>& records) {
    for (const auto& record : records) {
        std::visit(
            [&](const auto& one) {
                if (!one.voided) {
                    schema::refuse_any(impossible(book, one));
                    schema::refuse_any(after_departure(book, one));
                    refuse_departure_before(book, one);
                }
            },
            record);
    }
}

}  // namespace tracking
