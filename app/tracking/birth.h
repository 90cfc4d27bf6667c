#pragma once
// Patients who are not born yet, by the clock of this machine.

#include <vector>

#include "schema/records/patient.h"
#include "schema/types/error.h"

namespace tracking {

// The problem with a date of birth that is later than today in every time zone; empty without one,
// and for any other kind of record.
template <class Record>
std::vector<schema::Problem> born_in_the_future(const Record&) {
    return {};
}
std::vector<schema::Problem> born_in_the_future(const schema::Patient& patient);

}  // namespace tracking
