#include "app/progress/statistics/percent_changes.h"

#include <cmath>
#include <vector>

#include "app/progress/statistics/descriptives.h"

namespace progress {

std::optional<double> percent_change_of(const Movement& movement) {
    const double percent = movement.change() / std::abs(movement.baseline) * 100;
    return std::isfinite(percent) ? std::optional(percent) : std::nullopt;
}

std::optional<MeanPercentChange> mean_of_percent_changes(std::span<const Movement> pairs) {
    std::vector<double> percents;
    for (const auto& pair : pairs) {
        if (const auto percent = percent_change_of(pair)) {
            percents.push_back(*percent);
        }
    }
    if (percents.empty()) {
        return std::nullopt;
    }
    return MeanPercentChange{.mean = mean_of(percents), .n = static_cast<int>(percents.size())};
}

std::optional<double> percent_change_of_means(std::span<const Movement> pairs) {
    if (pairs.empty()) {
        return std::nullopt;
    }
    std::vector<double> baselines;
    std::vector<double> latest;
    for (const auto& pair : pairs) {
        baselines.push_back(pair.baseline);
        latest.push_back(pair.latest);
    }
    return percent_change_of({.baseline = mean_of(baselines), .latest = mean_of(latest)});
}

}  // namespace progress
