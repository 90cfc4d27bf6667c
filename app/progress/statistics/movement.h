#pragma once
// Where a series began and where it is: what every judgement of change is made from.

#include <algorithm>
#include <cmath>

namespace progress {

struct Movement {
    double baseline = 0;
    double latest = 0;

    double change() const { return latest - baseline; }
};

// True if `a` is `b` or more, allowing for what doubles cannot hold: 0.4 - 0.3 is at most 0.1.
// `size` is the largest number that `a` was computed from.
inline bool at_least(double a, double b, double size) {
    return a >= b - 1e-9 * std::max(std::abs(size), std::abs(b));
}

inline double size_of(const Movement& movement) {
    return std::max(std::abs(movement.baseline), std::abs(movement.latest));
}

}  // namespace progress
