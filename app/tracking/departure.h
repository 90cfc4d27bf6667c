#pragma once
// Records against a patient who died or left; see app/clinical/departure.h.

#include <optional>
#include <vector>

#include "app/clinical/departure.h"
#include "db/book.h"
#include "schema/records/any_record.h"

namespace tracking {

std::optional<clinical::Departure> departure_of(const db::Book& book,
                                                const schema::Patient& patient);

// A session after the patient died or left; empty where it can be. Nothing of any other kind of
// record.
template <class Record>
std::vector<schema::Problem> after_departure(const db::Book&, const Record&) {
    return {};
}
std::vector<schema::Problem> after_departure(const db::Book& book, const schema::Session& session);

// The same of an event that is not stored yet: a death before a session of the book.
std::optional<schema::Problem> departure_before(const db::Book& book,
                                                const schema::AdverseEvent& event);

// The same once the patient or the event is stored: sessions that are later than it says.
template <class Record>
void refuse_departure_before(const db::Book&, const Record&) {}
void refuse_departure_before(const db::Book& book, const schema::Patient& stored);
void refuse_departure_before(const db::Book& book, const schema::AdverseEvent& stored);

}  // namespace tracking
