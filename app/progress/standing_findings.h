#pragma once
// What the safety rules say of a next session whatever its areas: the patient's conditions and
// medicines, recent treatments, side effects that go on.

#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/progress/history.h"
#include "schema/types/date.h"

namespace progress {

// As if a session with the last device were planned on the day; the gravest first. What depends on
// an area is for `needlebook safety`.
std::vector<clinical::Finding> standing_findings(const History& history, schema::Date on);

// One of them is a stop.
bool has_standing_stop(const History& history, schema::Date on);

}  // namespace progress
