#include "app/exchange/svg_chart.h"

#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace exchange {
namespace {

Chart example() {
    return {.id = "chart1",
            .title = "Scars <all>",
            .description = "Two values.",
            .points = {{0, 20, "20"}, {50, 10, "10"}},
            .sessions = {0, 100},
            .last_day = 100,
            .first_label = "2026-01-01",
            .last_label = "2026-04-11",
            .low = 0,
            .high = 24,
            .low_label = "0",
            .high_label = "24",
            .noise = 4,
            .baseline = 20};
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

TEST(SvgChart, IsTheSameForTheSameNumbers) {
    const auto svg = svg_chart(example());
    EXPECT_EQ(svg, svg_chart(example()));
    EXPECT_EQ(
        svg,
        R"(<svg class="chart" viewBox="0 0 340 150" role="img" aria-labelledby="chart1-t chart1-d">)"
        R"(<title id="chart1-t">Scars &lt;all&gt;</title><desc id="chart1-d">Two values.</desc>)"
        R"(<rect class="noise" x="24.4" y="18.0" width="301.6" height="36.0"/>)"
        R"(<line class="grid" x1="24.4" y1="18.0" x2="326.0" y2="18.0"/>)"
        R"(<line class="axis" x1="24.4" y1="126.0" x2="326.0" y2="126.0"/>)"
        R"(<text class="scale" x="18.4" y="130.0" text-anchor="end">0</text>)"
        R"(<text class="scale" x="18.4" y="22.0" text-anchor="end">24</text>)"
        R"(<text class="scale" x="24.4" y="145.0" text-anchor="start">2026-01-01</text>)"
        R"(<text class="scale" x="326.0" y="145.0" text-anchor="end">2026-04-11</text>)"
        R"(<line class="session" x1="24.4" y1="18.0" x2="24.4" y2="126.0"/>)"
        R"(<path class="mark" d="M24.4 127.0l4 7h-8z"/>)"
        R"(<line class="session" x1="326.0" y1="18.0" x2="326.0" y2="126.0"/>)"
        R"(<path class="mark" d="M326.0 127.0l4 7h-8z"/>)"
        R"(<path class="curve" d="M24.4 36.0L175.2 81.0"/>)"
        R"(<circle class="dot" cx="24.4" cy="36.0" r="3"/>)"
        R"(<circle class="dot" cx="175.2" cy="81.0" r="3"/>)"
        R"(<text class="value" x="24.4" y="29.0" text-anchor="start">20</text>)"
        R"(<text class="value" x="179.2" y="96.0" text-anchor="end">10</text></svg>)");
}

TEST(SvgChart, OfOneValueIsADotInTheMiddleOfItsScale) {
    auto chart = example();
    chart.points = {{0, 20, "20"}};
    chart.sessions.clear();
    chart.noise.reset();
    chart.last_day = 0;
    chart.last_label = chart.first_label;
    chart.low = chart.high = 20;
    const auto svg = svg_chart(chart);
    EXPECT_EQ(count(svg, "<circle"), 1U);
    EXPECT_EQ(count(svg, "curve"), 0U);
    EXPECT_EQ(count(svg, "2026-01-01"), 1U) << "one day is named once";
    EXPECT_NE(svg.find(R"(cy="72.0")"), std::string::npos);
}

TEST(SvgChart, OfManyValuesHasNoDots) {
    auto chart = example();
    chart.points.assign(60, {0, 1, "1"});
    EXPECT_EQ(count(svg_chart(chart), "<circle"), 60U);
    chart.points.assign(61, {0, 1, "1"});
    EXPECT_EQ(count(svg_chart(chart), "<circle"), 0U);
}

TEST(SvgChart, StaysInItsFrameWhateverTheNumbers) {
    auto chart = example();
    const double most = std::numeric_limits<double>::max();
    chart.low = -most;
    chart.high = most;
    chart.noise = most;
    chart.points = {{-most, -most, "a"}, {most, most, "b"}};
    chart.last_day = most;
    const auto svg = svg_chart(chart);
    EXPECT_EQ(svg.find("nan"), std::string::npos);
    EXPECT_EQ(svg.find("inf"), std::string::npos);
    EXPECT_NE(svg.find(R"(d="M24.4 126.0L326.0 18.0")"), std::string::npos) << svg;
}

}  // namespace
}  // namespace exchange
