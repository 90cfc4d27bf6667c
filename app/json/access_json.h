#pragma once
// Who read what, for other programs.

#include <vector>

#include "app/json/json_value.h"
#include "app/tracking/people/who_looked.h"

namespace exchange {

// {"entries":[{"id","at","act","person","account","device","program","patient","chart","reason"}],
// "next"}: `at` the minute in UTC, `next` the `before` of the next page, null at the end.
OrderedJson access_json(const std::vector<db::AccessEntry>& entries, int most);

// [{"day","person","role","acts":[…],"emergency"}], for the patient who was looked at.
OrderedJson looked_json(const std::vector<tracking::LookedOn>& looked);

// [{"entry","at","person","reason"}]
OrderedJson emergencies_json(const std::vector<tracking::EmergencyReading>& readings);

}  // namespace exchange
