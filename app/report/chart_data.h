#pragma once
// What the charts of a report draw, as JSON for the script inside it (app/web/report/main.ts).

#include <string>

#include "app/progress/cohort/outcomes.h"
#include "app/report/report.h"

namespace exchange {

// The series that the report shows, in its order, and the days of the sessions: no more of the
// patient than the report says. A part of the contract of progress_json.h, under the names that
// this report gives.
std::string chart_data(const progress::Summary& summary, const Report& report, Audience audience);

// The results, with the names of the groups as people read them, in the order of the groups.
std::string chart_data(const progress::Outcomes& outcomes);

}  // namespace exchange
