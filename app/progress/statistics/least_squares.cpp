#include "app/progress/statistics/least_squares.h"

#include <algorithm>
#include <cmath>

#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

// Sums of squares and products about the means.
struct Moments {
    TimedValue mean;  // relative to the first point
    double days_days = 0;
    double days_value = 0;
    double value_value = 0;
};

// Differences from the first point keep the digits that raw sums would lose in a large common
// offset, and make equal values exactly zero.
TimedValue relative(const TimedValue& point, const TimedValue& origin) {
    return {.days = point.days - origin.days, .value = point.value - origin.value};
}

Moments moments_of(std::span<const TimedValue> points) {
    Moments moments;
    for (const TimedValue& point : points) {
        const TimedValue step = relative(point, points.front());
        moments.mean.days += step.days;
        moments.mean.value += step.value;
    }
    const auto n = static_cast<double>(points.size());
    moments.mean.days /= n;
    moments.mean.value /= n;
    for (const TimedValue& point : points) {
        const TimedValue off = relative(relative(point, points.front()), moments.mean);
        moments.days_days += off.days * off.days;
        moments.days_value += off.days * off.value;
        moments.value_value += off.value * off.value;
    }
    return moments;
}

double squared_residuals(std::span<const TimedValue> points, const Moments& moments, double slope) {
    double sum = 0;
    for (const TimedValue& point : points) {
        const TimedValue off = relative(relative(point, points.front()), moments.mean);
        const double residual = off.value - slope * off.days;
        sum += residual * residual;
    }
    return sum;
}

}  // namespace

std::optional<LeastSquares> least_squares(std::span<const TimedValue> points) {
    if (points.empty())
        return std::nullopt;
    const Moments moments = moments_of(points);
    if (!(moments.days_days > 0))
        return std::nullopt;

    LeastSquares line;
    line.slope_per_day = moments.days_value / moments.days_days;
    line.intercept = points.front().value + moments.mean.value -
                     line.slope_per_day * (points.front().days + moments.mean.days);
    if (!std::isfinite(line.slope_per_day) || !std::isfinite(line.intercept))
        return std::nullopt;
    if (!(moments.value_value > 0))
        return line;
    line.r = std::clamp(
        moments.days_value / (std::sqrt(moments.days_days) * std::sqrt(moments.value_value)),
        -1.0,
        1.0);
    line.p = 0;
    const double residuals = squared_residuals(points, moments, line.slope_per_day);
    if (points.size() > 2 && residuals > 0) {
        // From the residuals, not from 1 - r², which has no digits left when the line fits well.
        const auto degrees_of_freedom = static_cast<double>(points.size() - 2);
        const double t =
            line.slope_per_day / std::sqrt(residuals / degrees_of_freedom / moments.days_days);
        line.p = student_t_two_sided_p(t, degrees_of_freedom);
    }
    return line;
}

}  // namespace progress
