#pragma once
// Events per hundred sessions.

#include <optional>

namespace progress {

struct EventRate {
    int events = 0;
    int sessions = 0;
    double per_100 = 0;
    double low95 = 0;
    double high95 = 0;

    bool operator==(const EventRate&) const = default;
};

// The rate with the exact interval of a Poisson count: half the 2.5 % point of chi squared with 2k
// degrees of freedom, and half its 97.5 % point with 2k + 2 (Garwood, Biometrika 1936;28:437-442).
// Events may outnumber sessions. Nothing without sessions.
std::optional<EventRate> event_rate(int events, int sessions);

}  // namespace progress
