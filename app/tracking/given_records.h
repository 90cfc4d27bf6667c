#pragma once
// Records that are given to another patient, as they are moved and as charts are merged.

#include <vector>

#include "db/book.h"
#include "db/ledger/transact.h"
#include "schema/records/any_record.h"

namespace tracking {

// Every record of the patient, voided ones too; what is referred to comes first.
std::vector<schema::AnyRecord> every_record_of(const db::Book& book,
                                               schema::Id<schema::Patient> patient);

// Gives all of them to the patient, with their scores; whose they are changes in `records` too.
void give(db::Write& write,
          std::vector<schema::AnyRecord>& records,
          schema::Id<schema::Patient> to);

// Throws schema::Error (changed) for a patient who is voided.
schema::Patient patient_in_force(const db::Book& book, schema::Id<schema::Patient> patient);

// Throws schema::Error (refused) where both are the same patient.
void refuse_same(schema::Id<schema::Patient> from, schema::Id<schema::Patient> to);

// Throws schema::Error (refused) for what cannot be true beside what the book knows of the patient
// whose they are now.
void refuse_impossible(const db::Book& book, const std::vector<schema::AnyRecord>& records);

}  // namespace tracking
