#pragma once
// Doubles by their place among all doubles, to halve what lies between two of them.

#include <bit>
#include <cstdint>
#include <limits>
#include <numeric>

namespace progress {

// An integer of the same order: greater for a greater double (not NaN), alike for 0 and -0.
inline std::int64_t place_of(double number) {
    const auto bits = std::bit_cast<std::int64_t>(number);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}

// The double at this place.
inline double at_place(std::int64_t place) {
    return std::bit_cast<double>(place < 0 ? std::numeric_limits<std::int64_t>::min() - place
                                           : place);
}

// The double with as many doubles between it and `low` as between it and `high`.
inline double halfway(double low, double high) {
    return at_place(std::midpoint(place_of(low), place_of(high)));
}

}  // namespace progress
