#pragma once
// What entries of the ledger touched, for whoever keeps what was computed from the book.

#include <cstdint>
#include <set>

#include "db/book.h"
#include "schema/records/instrument.h"
#include "schema/records/patient.h"
#include "schema/types/id.h"

namespace db {

struct Invalidation {
    // Something that is no patient's, as a scale or the clinic's name; or it cannot be told, as of
    // an import, an erasure or an epoch: all may be otherwise.
    bool clinic = false;
    // Of who works here and on which browsers nothing is told: whoever keeps an answer in which
    // they stand must look for themselves.
    std::set<schema::Id<schema::Patient>> patients;  // whose rows were or are changed
    // Of the patients more than what was observed: themselves, courses, sessions, side effects …
    bool treatments = false;
    std::set<schema::Id<schema::Instrument>> scales;  // with scores that were changed
};

// By the entries after this one, whoever wrote them: as their captured changes say, which are read
// where they are short and proved by their hash.
Invalidation invalidation_after(const Book& book, std::int64_t entry);

}  // namespace db
