#pragma once
// Writing and reading the records that describe themselves (schema/records/description.h), all by
// the same few functions: a field is a column, a part is a row of the part's table. Instantiated
// for every kind of schema::AnyRecord.

#include <functional>
#include <optional>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/any_record.h"

namespace db {

// Stores a new record with its parts; its id is ignored and given by the database, which returns
// it.
template <class Record>
schema::Id<Record> insert(Write& write, const Record& record);

// Replaces all fields and parts of the record with this id and adds one to its version.
template <class Record>
void update(Write& write, const Record& record);

// Marks the record as entered in error; adds one to its version.
template <class Record>
void set_voided(Write& write, schema::Id<Record> id);

// The record with this id, voided or not; nothing if there is none.
template <class Record>
std::optional<Record> find(const Book& book, schema::Id<Record> id);

// The patient's records that are not voided, by time (where the record has one), then id.
template <class Record>
std::vector<Record> records_of(const Book& book, schema::Id<schema::Patient> patient);

// The same with the voided ones.
template <class Record>
std::vector<Record> all_records_of(const Book& book, schema::Id<schema::Patient> patient);

// Every record, voided ones too, in the order of their ids.
template <class Record>
void for_each_record(const Book& book, const std::function<void(const Record&)>& visit);

}  // namespace db
