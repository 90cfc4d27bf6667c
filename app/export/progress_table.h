#pragma once
// The values of a progress summary as one table for spreadsheets.

#include <string>

#include "app/progress/summary.h"

namespace exchange {

// CSV with a header: one row for each value, series by series: instrument, region (empty for the
// whole), at, value, unit (UCUM), after_sessions.
std::string progress_csv(const progress::Summary& summary);

}  // namespace exchange
