#pragma once
// The clinic's day for other programs.

#include <string>
#include <vector>

#include "app/json/json_value.h"
#include "app/tracking/today.h"

namespace exchange {

// {"as_of","appointments":[a record, "name"|null and "name_ar"|null],"due":[as due_json, and
// "attempts":{"count","last":{"id","at","channel","outcome"}|null},"appointment":{"id","at"}|null,
// both names],"due_total":N,"sessions":[a record, both names],"events":[the same],"findings":[a
// finding, "chart", both names],"sign_offs":[a record, both names]}.
OrderedJson today_json(const tracking::Today& today);

// The due list as text, made one patient at a time, for in a large clinic there are very many: as
// due_json, each with "attempts" and "appointment".
std::string due_text(const db::Book& book,
                     const std::vector<progress::DuePatient>& list,
                     schema::Date as_of);

}  // namespace exchange
