#pragma once
// The clinic's day for other programs.

#include "app/json/json_value.h"
#include "app/tracking/today.h"

namespace exchange {

// {"as_of","due":[as due_json, and "name"|null],"due_total":N,"sessions":[a record and
// "name"|null],"events":[the same],"findings":[a finding, and "chart","name"|null]}.
OrderedJson today_json(const tracking::Today& today);

}  // namespace exchange
