#include "app/cli/terminal/time_plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace cli {

namespace {

constexpr int steps_in_row = 8;
constexpr std::array<std::string_view, steps_in_row + 1> blocks{
    " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

// 1..16
int height_of(double value, const PlotScale& scale) {
    if (value <= scale.low) {
        return 1;
    }
    // Halves, so that the difference of two great numbers is finite.
    const double share = (value / 2 - scale.low / 2) / (scale.high / 2 - scale.low / 2);
    return std::clamp(static_cast<int>(std::lround(share * 2 * steps_in_row)), 1, 2 * steps_in_row);
}

std::string_view block(int height) {
    return blocks[static_cast<std::size_t>(std::clamp(height, 0, steps_in_row))];
}

}  // namespace

PlotScale plot_scale_of(const progress::Series& series) {
    PlotScale scale;
    for (const auto& point : series.points) {
        scale.low = std::min(scale.low, point.value);
        scale.high = std::max(scale.high, point.value);
    }
    return scale;
}

int TimeAxis::column_of(const schema::CivilTime& at) const {
    const double span = to.days_since(from);
    if (span <= 0) {
        return 0;
    }
    const double share = std::clamp(at.days_since(from) / span, 0.0, 1.0);
    return static_cast<int>(std::lround(share * (columns - 1)));
}

TimePlot time_plot(const std::vector<progress::Point>& points,
                   const std::vector<schema::Session>& sessions,
                   const TimeAxis& axis,
                   const PlotScale& scale) {
    const auto columns = static_cast<std::size_t>(axis.columns);
    std::vector<int> heights(columns, 0);
    for (const auto& point : points) {
        heights[static_cast<std::size_t>(axis.column_of(point.at))] = height_of(point.value, scale);
    }
    std::vector<bool> has_session(columns, false);
    for (const auto& session : sessions) {
        has_session[static_cast<std::size_t>(axis.column_of(session.at))] = true;
    }
    TimePlot plot;
    for (std::size_t column = 0; column < columns; ++column) {
        plot.upper += block(heights[column] - steps_in_row);
        plot.lower += block(heights[column]);
        plot.axis += has_session[column] ? "▲" : "─";
    }
    return plot;
}

}  // namespace cli
