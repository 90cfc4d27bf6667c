#pragma once
// The clinic's results as one HTML file that needs nothing else. It reads in light and dark and
// prints on A4.

#include <string>

#include "app/progress/cohort/outcomes.h"

namespace exchange {

// Tables of every figure, and above each a place where its script draws the intervals
// (app/web/report). Every text of the book is escaped.
std::string outcomes_html(const progress::Outcomes& outcomes);

}  // namespace exchange
