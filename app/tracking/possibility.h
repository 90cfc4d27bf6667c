#pragma once
// What cannot be: days before 1900, in the future, before the patient was born, a side effect
// before the session that it followed; two appointments of a patient at one time. What contradicts
// itself within one record is told by app/clinical/contradictions.h.

#include <string>
#include <vector>

#include "db/book.h"
#include "schema/kinds/kinds.h"
#include "schema/types/date.h"
#include "schema/types/error.h"

namespace tracking {

// The days of a record: what they may mean, and whether they may lie ahead.
struct NamedDay {
    const kinds::Field* field;
    schema::Date first;
    schema::Date last;
};
std::vector<NamedDay> days_of(const kinds::ConstRecord& record);

// "2062-01-05"; of a confidential field nothing that tells it.
std::string shown(const kinds::ConstRecord& record, const kinds::Field& field);

// Every day of the record that cannot be, by this machine's clock and by what the book knows of
// its patient; of a patient and of a session that are in the book, also the records that would
// become impossible. Empty for what only the program makes.
std::vector<schema::Problem> impossible(const db::Book& book, const kinds::ConstRecord& record);
// The same of a record that does not say itself whose it is.
std::vector<schema::Problem> impossible(const db::Book& book,
                                        const kinds::ConstRecord& record,
                                        schema::Id<schema::Patient> patient);

}  // namespace tracking
