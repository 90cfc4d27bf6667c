#include "app/progress/words/figures.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace progress {

namespace {

// From here on a number takes more columns than a table has for it.
constexpr double too_long_to_write_out = 1e6;
constexpr double too_long_for_decimals = 1e5;

bool is_whole(double value) {
    return std::abs(value - std::round(value)) <= 1e-9 * std::max(1.0, std::abs(value));
}

}  // namespace

int decimals_of(const Series& series) {
    std::vector<double> values;
    values.reserve(series.points.size());
    for (const auto& point : series.points) {
        values.push_back(point.value);
    }
    return decimals_of(values);
}

int decimals_of(std::span<const double> values) {
    const bool is_small = std::all_of(
        values.begin(), values.end(), [](double value) { return std::abs(value) <= 1; });
    const bool is_large = std::any_of(values.begin(), values.end(), [](double value) {
        return std::abs(value) >= too_long_for_decimals;
    });
    const int most = is_large ? 0 : is_small ? 3 : 2;
    double power = 1;
    for (int decimals = 0; decimals < most; ++decimals, power *= 10) {
        if (std::all_of(values.begin(), values.end(), [&](double value) {
                return is_whole(value * power);
            })) {
            return decimals;
        }
    }
    return most;
}

std::string figure(double value, int decimals) {
    auto text = std::abs(value) < too_long_to_write_out ? fmt::format("{:.{}f}", value, decimals)
                                                        : fmt::format("{:.3g}", value);
    if (text.find_first_not_of("-0.") == std::string::npos) {
        text.erase(0, text.starts_with('-'));
    }
    if (text.starts_with('-')) {
        text.replace(0, 1, "−");
    }
    return text;
}

std::string scale_figure(double value, int decimals) {
    return figure(value, is_whole(value) ? 0 : decimals);
}

std::string signed_figure(double value, int decimals) {
    const auto text = figure(value, decimals);
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    return value > 0 && !is_zero ? "+" + text : text;
}

std::string percent_figure(double percent) {
    const bool is_small = std::abs(percent) < 9.95 && percent != 0;
    const auto number =
        is_small ? signed_figure(percent, 1) : signed_figure(std::round(percent), 0);
    return number + "\u00A0%";
}

int decimals_for_two_digits(double size) {
    if (size == 0 || !std::isfinite(size)) {
        return 0;
    }
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(std::abs(size)))), 0, 6);
}

}  // namespace progress
