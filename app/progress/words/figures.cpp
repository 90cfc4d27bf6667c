#include "app/progress/words/figures.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "schema/types/text.h"

namespace progress {

namespace {

constexpr double too_long_for_decimals = 1e5;

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
                return texts::is_whole(value * power);
            })) {
            return decimals;
        }
    }
    return most;
}

texts::Number scale_number(double value, int decimals) {
    return {.value = value, .decimals = texts::is_whole(value) ? 0 : decimals};
}

texts::Number exact_number(double value, std::string_view unit) {
    const auto text = schema::number_text(value);
    const auto point = text.find('.');
    const auto decimals = point == std::string::npos ? 0 : text.size() - point - 1;
    return {.value = value, .decimals = static_cast<int>(decimals), .unit = std::string(unit)};
}

}  // namespace progress
