#pragma once
// A series over time as one SVG element: no script, no fonts of its own, the same bytes for the
// same numbers. Colours are those of the page's style sheet, by class.

#include <optional>
#include <string>
#include <vector>

namespace exchange {

struct ChartPoint {
    double day = 0;  // from any fixed moment, the same for all of a chart
    double value = 0;
    std::string label;  // of the value, as people read it
};

struct Chart {
    std::string id;                  // unique on the page
    std::string title;               // read out for the picture
    std::string description;         // what it shows, in a sentence
    std::vector<ChartPoint> points;  // by day; at least one
    std::vector<double> sessions;    // days
    double first_day = 0;            // of the axis, with the texts at its ends
    double last_day = 0;
    std::string first_label;
    std::string last_label;
    double low = 0;  // of the scale, with the texts at its ends
    double high = 0;
    std::string low_label;
    std::string high_label;
    std::optional<double> noise;  // shaded around `baseline`
    double baseline = 0;
    int width = 340;
    int height = 150;
};

// Values and days outside the axes are drawn at their nearer end. Nothing in it is NaN.
std::string svg_chart(const Chart& chart);

}  // namespace exchange
