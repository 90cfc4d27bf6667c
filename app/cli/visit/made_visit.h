#pragma once
// The records of a visit from what was said of it, with what is taken over from before.

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "app/cli/visit/said_visit.h"
#include "app/tracking/visit/visit.h"
#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"

namespace cli {

// The moment that was said, else `now`. Throws schema::Error (refused) for what is no moment.
schema::CivilTime time_of_visit(const std::optional<std::string>& said,
                                const schema::CivilTime& now,
                                std::ostream& told);

// The patient's last session in force that was not after this moment.
std::optional<schema::Session> last_session(const db::Book& book,
                                            schema::Id<schema::Patient> patient,
                                            const schema::CivilTime& at);

// What a session takes over from this one: the fields that a form is prefilled with
// (schema::Prefill) and the areas; never what is of one use, as lot, expiry, serial number, consent
// and the minutes of the anaesthetic.
schema::Session as_last_time(const schema::Session& last);

// A record says when it was by the visit's time, `now` where none is said; a session is as the last
// one where nothing else is said, and as soon as it names an area its areas are those that it
// names; "same" in an application is the product of the last one. What is taken over, and what is
// read otherwise than it was said, is told on `told`. Throws schema::Error (refused) with every
// word that does not fit, each at its place: "session/pain".
tracking::Visit made_visit(const db::Book& book,
                           const schema::Patient& patient,
                           const SaidVisit& said,
                           const schema::CivilTime& now,
                           std::ostream& told);

}  // namespace cli
