#include "app/cli/time_plot.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/cli/display_text.h"
#include "tests/app/progress/example_history.h"

namespace cli::time_plot_test {
namespace {

using progress::moment;
using progress::Point;

std::vector<Point> points_of(const std::vector<std::pair<std::string, double>>& values) {
    std::vector<Point> points;
    for (const auto& [at, value] : values) {
        points.push_back({.at = moment(at), .value = value});
    }
    return points;
}

schema::Session session_at(std::string_view at) {
    schema::Session session;
    session.at = moment(at);
    return session;
}

const TimeAxis eleven_days{moment("2026-01-01"), moment("2026-01-11"), 11};

TEST(TimePlot, PutsValuesAndSessionsWhereTheirDaysAre) {
    const auto plot = time_plot(
        points_of({{"2026-01-01", 16}, {"2026-01-03", 8}, {"2026-01-08", 12}, {"2026-01-11", 1}}),
        {session_at("2026-01-01T10:00"), session_at("2026-01-06")},
        eleven_days,
        {0, 16});
    EXPECT_EQ(plot.upper, "█      ▄   ");
    EXPECT_EQ(plot.lower, "█ █    █  ▁");
    EXPECT_EQ(plot.axis, "▲────▲─────");
}

TEST(TimePlot, DrawsTheLastOfSeveralValuesInOneColumn) {
    const auto plot = time_plot(
        points_of({{"2026-01-01T08:00", 16}, {"2026-01-01T09:00", 4}}), {}, eleven_days, {0, 16});
    EXPECT_EQ(plot.lower, "▄          ");
    EXPECT_EQ(plot.upper, "           ");
}

TEST(TimePlot, ShowsAValueAtTheEndOfTheScale) {
    const auto plot =
        time_plot(points_of({{"2026-01-01", 0}, {"2026-01-02", -3}}), {}, eleven_days, {0, 0});
    EXPECT_EQ(plot.lower, "▁▁         ");
}

TEST(TimePlot, OfOneMomentIsOneColumn) {
    const TimeAxis axis{moment("2026-01-01"), moment("2026-01-01"), 5};
    const auto plot = time_plot(points_of({{"2026-01-01", 4}}), {}, axis, {0, 4});
    EXPECT_EQ(plot.lower, "█    ");
}

TEST(PlotScale, GoesFromZeroOrTheLeastValueToTheGreatestOne) {
    progress::Series series;
    series.instrument.low = -999;  // what the scale could hold has no room
    series.points = points_of({{"2026-01-01", 12}, {"2026-01-02", 15}});
    EXPECT_EQ(plot_scale_of(series).low, 0);
    EXPECT_EQ(plot_scale_of(series).high, 15);
    series.points = points_of({{"2026-01-01", -46}, {"2026-01-02", -5}});
    EXPECT_EQ(plot_scale_of(series).low, -46);
    EXPECT_EQ(plot_scale_of(series).high, 0);
}

RC_GTEST_PROP(TimePlotLaw, IsAsWideAsItsAxisAndDrawsEveryDay, ()) {
    const auto days =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 365)));
    std::vector<Point> points;
    for (const int each : days) {
        const auto on = progress::day("2026-01-01").plus_days(each);
        points.push_back({.at = schema::CivilTime(on), .value = each * 0.5});
    }
    const TimeAxis axis{moment("2026-01-01"), moment("2026-12-31"), *rc::gen::inRange(1, 60)};
    const auto plot = time_plot(points, {}, axis, {0, 182});
    RC_ASSERT(display_width(plot.upper) == axis.columns);
    RC_ASSERT(display_width(plot.lower) == axis.columns);
    RC_ASSERT(display_width(plot.axis) == axis.columns);
    RC_ASSERT(plot.lower.find_first_not_of(' ') != std::string::npos);
}

}  // namespace
}  // namespace cli::time_plot_test
