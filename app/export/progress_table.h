#pragma once
// The values of a progress summary as one table for spreadsheets.

#include <string>

#include "app/export/listing.h"
#include "app/progress/summary.h"

namespace exchange {

// One row for each value, series by series: instrument, region (empty for the whole), at, value,
// unit (UCUM), after_sessions, ratings, places, days_too_soon.
Listing progress_listing(const progress::Summary& summary);

// The same as CSV with a header, guarded for spreadsheets.
std::string progress_csv(const progress::Summary& summary);

}  // namespace exchange
