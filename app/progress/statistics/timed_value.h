#pragma once

namespace progress {

// One value of a series. Days count from any fixed moment; fractions of a day count.
struct TimedValue {
    double days = 0;
    double value = 0;

    friend bool operator==(const TimedValue&, const TimedValue&) = default;
};

}  // namespace progress
