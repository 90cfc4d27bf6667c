#pragma once
// A page of the list of patients for other programs.

#include <string>
#include <vector>

#include "app/json/json_value.h"
#include "db/records/patient_list.h"
#include "schema/records/tag.h"

namespace exchange {

// {"items":[a patient as in record_json.h, and "last_visit"|null],"next":ID|null,"total":N}; `next`
// is what to ask for after this page.
OrderedJson patient_page_json(const db::PatientPage& page, const std::vector<schema::Tag>& tags);

}  // namespace exchange
