#pragma once
// What a report says of one series: the change, the verdict in words, and what belongs beside it.

#include <string>
#include <vector>

#include "app/report/report.h"

namespace exchange {

ReportSeries report_series(const progress::Series& series,
                           const std::string& name,
                           Audience audience,
                           const texts::Language& language);

// Of the clinic every series; of a patient those that a sentence is about, in the order of the
// sentences and by their everyday names.
std::vector<ReportSeries> series_for(const progress::Summary& summary,
                                     Audience audience,
                                     const texts::Language& language);

// What a change was held against: "4.5 (derived)"; empty where nothing was judged.
std::string noise_text(const progress::Series& series);

}  // namespace exchange
