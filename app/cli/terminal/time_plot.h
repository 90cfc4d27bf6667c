#pragma once
// A small plot over time in block characters: values above, sessions marked on the axis below.

#include <string>
#include <vector>

#include "app/progress/series/series.h"
#include "schema/types/civil_time.h"

namespace cli {

// Columns that stand for a stretch of time. Equal times are equally far apart.
struct TimeAxis {
    schema::CivilTime from;
    schema::CivilTime to;
    int columns = 1;

    // 0 .. columns - 1; a moment outside is put on the nearer end.
    int column_of(const schema::CivilTime& at) const;
};

// The ends of a series' plot: 0, so that a bar is as long as its value is high, or the least value
// below it; and the greatest value. What the scale could hold but nobody measured has no room.
struct PlotScale {
    double low = 0;
    double high = 0;
};

PlotScale plot_scale_of(const progress::Series& series);

// Two rows of bars, 16 steps from the low end of the scale to the high one, and the axis, each as
// wide as the time axis. Of several values in one column the last is drawn; a value at or below the
// low end still has the lowest block.
struct TimePlot {
    std::string upper;
    std::string lower;
    std::string axis;
};

TimePlot time_plot(const std::vector<progress::Point>& points,
                   const std::vector<schema::Session>& sessions,
                   const TimeAxis& axis,
                   const PlotScale& scale);

}  // namespace cli
