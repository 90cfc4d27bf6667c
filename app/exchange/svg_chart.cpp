#include "app/exchange/svg_chart.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/exchange/markup.h"

namespace exchange {

namespace {

constexpr double top = 18;     // room for labels above the highest value
constexpr double bottom = 24;  // for the axis and its days
constexpr double right = 14;
constexpr std::size_t most_dots = 60;

// Where days and values are drawn.
struct Frame {
    const Chart& chart;
    double left = 0;

    double x(double day) const {
        const double width = chart.width - right - left;
        const double span = chart.last_day - chart.first_day;
        const double share = span > 0 ? (day - chart.first_day) / span : 0.5;
        return left + width * (std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0);
    }
    double y(double value) const {
        const double height = chart.height - bottom - top;
        // Halves, so that the difference of two great numbers is finite.
        const double span = chart.high / 2 - chart.low / 2;
        const double share = span > 0 ? (value / 2 - chart.low / 2) / span : 0.5;
        return top + height * (1 - (std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0));
    }
    double floor() const { return chart.height - bottom; }
    double end() const { return chart.width - right; }
};

std::string text(
    double x, double y, const char* anchor, const char* kind, const std::string& what) {
    return fmt::format(R"(<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)",
                       kind,
                       x,
                       y,
                       anchor,
                       html_text(what));
}

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
    return fmt::format(R"(<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>)",
                       kind,
                       x1,
                       y1,
                       x2,
                       y2);
}

std::string noise_band(const Frame& frame) {
    const auto& chart = frame.chart;
    if (!chart.noise) {
        return "";
    }
    const double upper = frame.y(chart.baseline + *chart.noise);
    const double lower = frame.y(chart.baseline - *chart.noise);
    return fmt::format(
        R"(<rect class="noise" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)",
        frame.left,
        upper,
        frame.end() - frame.left,
        std::max(1.0, lower - upper));
}

std::string axes(const Frame& frame) {
    const auto& chart = frame.chart;
    std::string svg = line(frame.left, top, frame.end(), top, "grid") +
                      line(frame.left, frame.floor(), frame.end(), frame.floor(), "axis");
    svg += text(frame.left - 6, frame.floor() + 4, "end", "scale", chart.low_label);
    if (chart.high > chart.low) {
        svg += text(frame.left - 6, top + 4, "end", "scale", chart.high_label);
    }
    const double under = chart.height - 5;
    svg += text(frame.left, under, "start", "scale", chart.first_label);
    if (chart.last_label != chart.first_label) {
        svg += text(frame.end(), under, "end", "scale", chart.last_label);
    }
    return svg;
}

std::string sessions(const Frame& frame) {
    std::string svg;
    for (const double day : frame.chart.sessions) {
        const double x = frame.x(day);
        const double y = frame.floor();
        svg += line(x, top, x, y, "session");
        svg += fmt::format(R"(<path class="mark" d="M{:.1f} {:.1f}l4 7h-8z"/>)", x, y + 1);
    }
    return svg;
}

std::string curve(const Frame& frame) {
    const auto& points = frame.chart.points;
    std::string path;
    std::string dots;
    for (const auto& point : points) {
        const double x = frame.x(point.day);
        const double y = frame.y(point.value);
        path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x, y);
        if (points.size() <= most_dots) {
            dots += fmt::format(R"(<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3"/>)", x, y);
        }
    }
    return (points.size() > 1 ? fmt::format(R"(<path class="curve" d="{}"/>)", path) : "") + dots;
}

// Above a value; below it where the line to its neighbour is above and there is room.
std::string label(const Frame& frame,
                  const ChartPoint& point,
                  const ChartPoint& neighbour,
                  const char* anchor,
                  double shift) {
    const double y = frame.y(point.value);
    const bool is_below = frame.y(neighbour.value) < y && y + 15 < frame.floor();
    return text(
        frame.x(point.day) + shift, is_below ? y + 15 : y - 7, anchor, "value", point.label);
}

std::string labels(const Frame& frame) {
    const auto& points = frame.chart.points;
    const auto& first = points.front();
    const auto& last = points.back();
    if (points.size() == 1) {
        return label(frame, first, first, "middle", 0);
    }
    const bool starts_at_axis = frame.x(first.day) < frame.left + 12;
    return label(frame, first, points[1], starts_at_axis ? "start" : "middle", 0) +
           label(frame, last, points[points.size() - 2], "end", 4);
}

}  // namespace

std::string svg_chart(const Chart& chart) {
    const auto characters = std::max(chart.low_label.size(), chart.high_label.size());
    const Frame frame{.chart = chart, .left = 12 + 6.2 * static_cast<double>(characters)};
    return fmt::format(
               R"(<svg class="chart" viewBox="0 0 {0} {1}" role="img" aria-labelledby="{2}-t {2}-d">)"
               R"(<title id="{2}-t">{3}</title><desc id="{2}-d">{4}</desc>)",
               chart.width,
               chart.height,
               html_text(chart.id),
               html_text(chart.title),
               html_text(chart.description)) +
           noise_band(frame) + axes(frame) + sessions(frame) + curve(frame) + labels(frame) +
           "</svg>";
}

}  // namespace exchange
