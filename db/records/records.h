#pragma once
// Writing and reading the records of any kind (schema/kinds), all by the same few functions: a
// field is a column, a part is a row of the part's table. The templates only name the type.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/kinds/kinds.h"

namespace db {

// Stores a new record with its parts; its id is ignored and given by the database, which returns
// it.
std::int64_t insert_record(Write& write, const kinds::ConstRecord& record);

// Stores a record as it was in another book: with its id and version, voided or not.
void put_record(Write& write, const kinds::ConstRecord& record);

// Replaces all fields and parts of the record with this id and adds one to its version.
void update(Write& write, const kinds::ConstRecord& record);

// Marks the record as entered in error, or as one that counts; adds one to its version.
void set_voided(Write& write, const kinds::Kind& kind, std::int64_t id, bool voided = true);

// Gives the records to another patient, those that refer to one another together; adds one to their
// versions. Their scores are not touched.
void give_to(Write& write,
             const std::vector<schema::AnyRecord>& records,
             schema::Id<schema::Patient> to);

// Fills `record` with the one of its kind that has this id, voided or not; false if there is none.
bool find_record(const Book& book, std::int64_t id, const kinds::Record& record);

// Which records of a kind are read, and in which order.
enum class Which {
    in_force,      // the patient's that are not voided, by time (where it has one), then id
    of_patient,    // the same with the voided ones; of the clinic's own kinds, all of them
    of_everybody,  // every one, voided ones too, by id
};

// Fills what `next` gives for each record, then calls `done`. `patient` is of no matter for all.
void read_records(const Book& book,
                  const kinds::Kind& kind,
                  Which which,
                  schema::Id<schema::Patient> patient,
                  const std::function<kinds::Record()>& next,
                  const std::function<void()>& done);

// A record whose kind is known at run time only; nothing if there is none. And a patient's.
std::optional<schema::AnyRecord> find(const Book& book, const kinds::Kind& kind, std::int64_t id);
std::vector<schema::AnyRecord> records_of(const Book& book,
                                          const kinds::Kind& kind,
                                          Which which,
                                          schema::Id<schema::Patient> patient);

// The same of one type.

template <class Record>
schema::Id<Record> insert(Write& write, const Record& record) {
    return schema::Id<Record>(insert_record(write, record));
}

template <class Record>
void set_voided(Write& write, schema::Id<Record> id, bool voided = true) {
    set_voided(write, kinds::of<Record>(), id.value, voided);
}

template <class Record>
std::optional<Record> find(const Book& book, schema::Id<Record> id) {
    Record record;
    return find_record(book, id.value, record) ? std::optional(std::move(record)) : std::nullopt;
}

template <class Record>
std::vector<Record> records_of(const Book& book,
                               schema::Id<schema::Patient> patient,
                               Which which = Which::in_force) {
    std::vector<Record> records;
    read_records(
        book,
        kinds::of<Record>(),
        which,
        patient,
        [&] { return kinds::Record(records.emplace_back()); },
        [] {});
    return records;
}

// Every record, voided ones too, in the order of their ids.
template <class Record>
void for_each_record(const Book& book, const std::function<void(const Record&)>& visit) {
    Record record;
    read_records(
        book,
        kinds::of<Record>(),
        Which::of_everybody,
        {},
        [&] { return kinds::Record(record = {}); },
        [&] { visit(record); });
}

}  // namespace db
