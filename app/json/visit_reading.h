#pragma once
// A visit that somebody sent: its records by the nouns of their kinds, each in the shape of its own
// POST, one as an object or several as an array.

#include <vector>

#include "app/json/json_value.h"
#include "app/tracking/visit/visit.h"
#include "db/book.h"
#include "schema/records/any_record.h"
#include "schema/types/error.h"

namespace exchange {

struct ReadVisit {
    tracking::Visit visit;  // the records that could be read
    std::vector<schema::Problem> problems;
    bool session_is_whole = false;  // it could be read and lacks nothing
    // Of a correction: those that are in the book in another version than the one that it is of.
    std::vector<schema::AnyRecord> outdated{};
};

// {"session": {…, "overrides": {…}}, "reading": [{…}], "reason", "confirm"}.
ReadVisit read_visit(const OrderedJson& body, schema::Id<schema::Patient> patient);

// The same where records may be in the book: one with "id" and the "version" that was seen says
// what changes of it; "void": true takes it out.
ReadVisit read_visit_correction(const OrderedJson& body,
                                schema::Id<schema::Patient> patient,
                                const db::Book& book);

// The reasons in "overrides" of a session. Throws schema::Error (refused) for another shape.
tracking::Overrides overrides_in(const OrderedJson& object);

}  // namespace exchange
