#include "app/clinical/count_noise.h"

#include <cmath>

namespace clinical {

double count_noise(double a, double b, double c) {
    constexpr double z = 1.96;
    return z * std::sqrt(a + b + 1 + c * (a * a + b * b));
}

}  // namespace clinical
