#pragma once
// How long until it happens, when some were not followed to the end.

#include <optional>
#include <span>
#include <vector>

namespace progress {

// One patient: for how many days it was watched, and whether it happened on the last of them.
struct Followed {
    double days = 0;
    bool happened = false;

    bool operator==(const Followed&) const = default;
};

struct SurvivalStep {
    double days = 0;
    int at_risk = 0;  // still watched just before
    int events = 0;
    int censored = 0;     // watched to here without it
    double survival = 1;  // estimated share to whom it has not happened after this day
    // None while survival is 1, and once it is 0.
    std::optional<double> low95;
    std::optional<double> high95;

    bool operator==(const SurvivalStep&) const = default;
};

struct Survival {
    int n = 0;
    int events = 0;
    std::vector<SurvivalStep> steps;  // one per day on which something ended, ascending
    std::optional<double> median;     // the first day with a survival of a half or less
};

// The product of 1 - events/at_risk (Kaplan and Meier, J Am Stat Assoc 1958;53:457-481). Who is
// censored on a day of events was at risk on it. The interval is Greenwood's on the scale of
// log(-log) (Kalbfleisch and Prentice), which stays within 0 and 1. Nothing without patients.
std::optional<Survival> kaplan_meier(std::span<const Followed> patients);

// The last step on or before the day; nothing before the first.
std::optional<SurvivalStep> step_at(const Survival& survival, double days);
// Still watched just before the day.
int at_risk_on(const Survival& survival, double days);

}  // namespace progress
