#pragma once
// Hours after a session, with times that may be known only to the day. Whatever is not known is
// taken so that the patient stays careful for longer: a session without a time of day counts from
// the end of its day, a product or a question without one as if it were at the beginning of its.
// All is plain counting on the clinic's wall clock: where summer time begins or ends in between,
// the hour that it takes or gives is not counted.

#include <vector>

#include "schema/records/session.h"
#include "schema/types/civil_time.h"

namespace clinical {

// The moment from which the hours after a session count; always with a time of day.
schema::CivilTime care_began(const schema::Session& session);

// Hours from then to the earliest moment that `at` can mean; 0 at least.
double hours_after(const schema::Session& session, const schema::CivilTime& at);

// False when only the day of either is known and it is the same.
bool is_certainly_later(const schema::CivilTime& a, const schema::CivilTime& b);

// The session whose aftercare holds at `at`: the latest that is not certainly later. Nothing if
// there is none. Points into `sessions`.
const schema::Session* session_before(const std::vector<schema::Session>& sessions,
                                      const schema::CivilTime& at);

}  // namespace clinical
