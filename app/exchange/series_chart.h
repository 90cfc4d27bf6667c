#pragma once
// What a chart of a series shows.

#include <string>
#include <vector>

#include "app/exchange/report.h"
#include "app/exchange/svg_chart.h"

namespace exchange {

// The ends of the time axis of all charts of a report.
struct ReportAxis {
    schema::CivilTime from;
    schema::CivilTime to;
};

// From the first value or session to the last; nothing without a series.
std::optional<ReportAxis> axis_of(const progress::Summary& summary);

// `id` is unique on the page. The scale holds the values of `family`, the series itself among them,
// and the noise around the baseline; it begins at the instrument's lowest value, or at 0 where that
// is lower still.
Chart series_chart(const ReportSeries& shown,
                   const std::vector<const progress::Series*>& family,
                   const progress::Summary& summary,
                   const ReportAxis& axis,
                   const std::string& id);

}  // namespace exchange
