#pragma once
// A progress report as one HTML file that needs nothing else. It reads in light and dark and prints
// on A4; the report for the patient on one page.

#include <string>

#include "app/report/report.h"

namespace exchange {

// The answer first. A figure for each series: its values in a table (of very many the last ones,
// and the page says so), where its script draws the chart (app/web/report). Every text of the book
// is escaped.
std::string progress_html(const progress::Summary& summary, Audience audience);

}  // namespace exchange
