#pragma once
// The clinic's day for other programs: who is due, who was there last, what waits.

#include <optional>
#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/progress/cohort/due_list.h"
#include "db/book.h"
#include "schema/records/adverse_event.h"
#include "schema/records/session.h"

namespace exchange {

// How many of each list at the most.
constexpr int most_of_today = 20;

// {"as_of","due":[as due_json, and "name"|null],"due_total":N,"sessions":[a record and
// "name"|null],"events":[the same: harms that are not over],"findings":[a finding that asks for a
// reason, of a patient in "due", and "chart","name"|null]}. Each list has so many at the
// most; `due_total` counts all. Nobody who died or left is in any.
std::string today_json(const db::Book& book, schema::Date as_of);

}  // namespace exchange
