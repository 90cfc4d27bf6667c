#pragma once
// How a row that was read becomes a record of the book.

#include <type_traits>

#include "app/import/import_run.h"
#include "app/json/record_traits.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "schema/records/session_finding.h"

namespace exchange {

// As it was where it was exported, into an empty book.
template <class Record, class Row>
void put_as_exported(Storing& storing, Row& row) {
    auto& record = row.record;
    record.id = schema::Id<Record>(row.exported_id);
    record.version = row.version;
    db::put_record(storing.write, record);
    if (!record.voided) {
        storing.scorer.store(record);
    }
}

// A record of an export is what it is: a session without a course does not get one now. A voided
// one has no scores.
template <class Record>
void insert_row(const ImportRun& run, Storing& storing, Record& record) {
    const bool voided = record.voided;
    record.voided = false;
    if (!voided && !run.of_directory()) {
        record.id = tracking::store(storing.write, storing.scorer, record);
        return;
    }
    record.id = db::insert(storing.write, record);
    if (voided) {
        db::set_voided(storing.write, record.id);
    } else {
        storing.scorer.store(record);
    }
}

// A patient, or a record of one. `exact`: nobody is named as the rater who is not.
template <class Record, class Row>
void store_of_patient(ImportRun& run, Storing& storing, Row& row, bool exact) {
    if constexpr (Voidable<Record> && !is_study_row<Record>) {
        auto& record = row.record;
        if constexpr (OfPatient<Record>) {
            record.patient = run.patients.id(*row.patient);
        }
        if (!exact) {
            tracking::name_rater(record, run.actor);
        }
        if (run.keeps_ids) {
            put_as_exported<Record>(storing, row);
        } else {
            insert_row(run, storing, record);
        }
        if constexpr (is_patient<Record>) {
            run.patients.set_id(*row.patient, record.id);
        }
        if (run.of_directory()) {
            (*run.new_ids)[kinds::of<Record>().noun][row.exported_id] = record.id.value;
        }
    }
}

}  // namespace exchange
