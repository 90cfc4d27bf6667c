#include "app/cli/pages/figures.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace cli::figures_test {
namespace {

progress::Series series_of(const std::vector<double>& values) {
    progress::Series series;
    for (const double value : values) {
        series.points.push_back({.at = {}, .value = value});
    }
    return series;
}

TEST(Figures, HaveTheDecimalsThatTheValuesHave) {
    EXPECT_EQ(decimals_of(series_of({24, 11})), 0);
    EXPECT_EQ(decimals_of(series_of({14.2, 11})), 1);
    EXPECT_EQ(decimals_of(series_of({14.25, 11.1})), 2);
    EXPECT_EQ(decimals_of(series_of({14.123456})), 2) << "a mean";
    EXPECT_EQ(decimals_of(series_of({0.123456})), 3) << "a mean of small numbers";
    EXPECT_EQ(decimals_of(series_of({0.1 + 0.2})), 1) << "what a double cannot hold";
    EXPECT_EQ(decimals_of(series_of({123456.5})), 0);
}

struct Case {
    double value;
    int decimals;
    std::string plain;
    std::string with_sign;
};

TEST(Figures, HaveAMinusSignAndNoMinusZero) {
    const std::vector<Case> cases = {
        {24, 0, "24", "+24"},
        {-13, 0, "−13", "−13"},
        {0, 1, "0.0", "0.0"},
        {-0.04, 1, "0.0", "0.0"},
        {0.04, 1, "0.0", "0.0"},
        {-0.05001, 1, "−0.1", "−0.1"},
        {1000000, 0, "1,000,000", "+1,000,000"},
        {23456789, 2, "2.35e+07", "+2.35e+07"},
        {-23456789, 0, "−2.35e+07", "−2.35e+07"},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.plain);
        EXPECT_EQ(figure(each.value, each.decimals), each.plain);
        EXPECT_EQ(signed_figure(each.value, each.decimals), each.with_sign);
    }
}

TEST(Figures, WritePercentagesWithTwoDigits) {
    EXPECT_EQ(percent_figure(-54.17), "−54\u00A0%");
    EXPECT_EQ(percent_figure(-2.11), "−2.1\u00A0%");
    EXPECT_EQ(percent_figure(9.96), "+10\u00A0%");
    EXPECT_EQ(percent_figure(-62.5), "−63\u00A0%") << "halves away from zero";
    EXPECT_EQ(percent_figure(0), "0\u00A0%");
    EXPECT_EQ(percent_figure(250), "+250\u00A0%");
}

TEST(Figures, ShowTwoDigitsOfASlope) {
    EXPECT_EQ(decimals_for_two_digits(27), 0);
    EXPECT_EQ(decimals_for_two_digits(3.14), 1);
    EXPECT_EQ(decimals_for_two_digits(-0.0129), 3);
    EXPECT_EQ(decimals_for_two_digits(1e-12), 6);
    EXPECT_EQ(decimals_for_two_digits(0), 0);
}

}  // namespace
}  // namespace cli::figures_test
