#pragma once
// What every record of a patient has beside its own fields.

#include "schema/types/id.h"

namespace schema {

struct Patient;

template <class Record>
struct Kept {
    Id<Record> id{};        // 0 until it is written
    Id<Patient> patient{};  // whose it is
    int version = 1;        // one more with each correction
    bool voided = false;    // entered in error; stays visible in the ledger, out of every summary

    bool operator==(const Kept&) const = default;
};

}  // namespace schema
