#pragma once
// What every record of the clinic's own has beside its fields; as Kept, of no patient.

#include "schema/types/id.h"

namespace schema {

template <class Record>
struct KeptByClinic {
    Id<Record> id{};      // 0 until it is written
    int version = 1;      // one more with each correction
    bool voided = false;  // entered in error

    bool operator==(const KeptByClinic&) const = default;
};

}  // namespace schema
