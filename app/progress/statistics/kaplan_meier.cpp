#include "app/progress/statistics/kaplan_meier.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

void set_interval(SurvivalStep& step, double greenwood) {
    if (step.survival <= 0 || step.survival >= 1) {
        return;
    }
    const double log = std::log(step.survival);
    const double reach = normal_quantile(0.975) * std::sqrt(greenwood) / std::abs(log);
    step.low95 = std::exp(log * std::exp(reach));
    step.high95 = std::exp(log * std::exp(-reach));
}

// Adds up who ended on the day of `patients[from]`; the place after them comes back.
std::size_t count_day(const std::vector<Followed>& patients, std::size_t from, SurvivalStep& step) {
    step.days = patients[from].days;
    step.at_risk = static_cast<int>(patients.size() - from);
    auto to = from;
    for (; to < patients.size() && patients[to].days == step.days; ++to) {
        ++(patients[to].happened ? step.events : step.censored);
    }
    return to;
}

}  // namespace

std::optional<Survival> kaplan_meier(std::span<const Followed> patients) {
    if (patients.empty()) {
        return std::nullopt;
    }
    std::vector<Followed> ascending(patients.begin(), patients.end());
    std::sort(ascending.begin(), ascending.end(), [](const Followed& a, const Followed& b) {
        return a.days < b.days;
    });
    Survival result{.n = static_cast<int>(ascending.size())};
    double survival = 1;
    double greenwood = 0;
    for (std::size_t at = 0; at < ascending.size();) {
        SurvivalStep step;
        at = count_day(ascending, at, step);
        const int left = step.at_risk - step.events;
        survival *= static_cast<double>(left) / step.at_risk;
        greenwood += left == 0 ? 0 : static_cast<double>(step.events) / step.at_risk / left;
        step.survival = survival;
        set_interval(step, greenwood);
        result.events += step.events;
        // A product of fractions may miss the half by its last digits.
        if (!result.median && step.events > 0 && survival <= 0.5 + 1e-12) {
            result.median = step.days;
        }
        result.steps.push_back(step);
    }
    return result;
}

std::optional<SurvivalStep> step_at(const Survival& survival, double days) {
    const auto later = std::partition_point(survival.steps.begin(),
                                            survival.steps.end(),
                                            [&](const auto& step) { return step.days <= days; });
    return later == survival.steps.begin() ? std::nullopt : std::optional(*std::prev(later));
}

int at_risk_on(const Survival& survival, double days) {
    const auto next = std::partition_point(survival.steps.begin(),
                                           survival.steps.end(),
                                           [&](const auto& step) { return step.days < days; });
    return next == survival.steps.end() ? 0 : next->at_risk;
}

}  // namespace progress
