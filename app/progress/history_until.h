#pragma once
// An earlier view of a history: what was known at the end of a day.

#include "app/progress/history.h"
#include "schema/types/date.h"

namespace progress {

// Everything up to and including `last`. A course that ended later is open, a side effect that was
// over later is going on, and so is a condition. What has no date at all stays; a partial date
// stays while it can mean a day up to `last`.
History history_until(History history, schema::Date last);

}  // namespace progress
