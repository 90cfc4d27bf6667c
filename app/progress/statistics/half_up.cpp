#include "app/progress/statistics/half_up.h"

#include <algorithm>
#include <cmath>

namespace progress {

double half_up(double value, int decimals) {
    const double power = std::pow(10.0, decimals);
    const double scaled = std::abs(value) * power;
    const double rounding = 1e-12 * std::max(1.0, scaled);
    return std::copysign(std::floor(scaled + 0.5 + rounding) / power, value);
}

}  // namespace progress
