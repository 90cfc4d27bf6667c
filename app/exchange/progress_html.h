#pragma once
// A progress report as one HTML file that needs nothing else: no script, no fonts, no network. It
// reads in light and dark and prints on A4.

#include <string>

#include "app/exchange/report.h"

namespace exchange {

// A chart for each series, all on one time axis with the sessions marked, its values in a table
// below; of very many values the last ones, and the page says so. Regions are small multiples on
// the scale of their whole. Every text of the book is escaped.
std::string progress_html(const progress::Summary& summary, Audience audience);

}  // namespace exchange
