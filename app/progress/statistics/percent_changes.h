#pragma once
// Two averages in per cent that are easily taken for one another. In the placebo arm of a published
// trial the first fell by -11.0 % where the second rose by +12.1 %.

#include <optional>
#include <span>

#include "app/progress/statistics/movement.h"

namespace progress {

// 100 · change / |baseline|; nothing of a baseline of 0.
std::optional<double> percent_change_of(const Movement& movement);

struct MeanPercentChange {
    double mean = 0;
    int n = 0;  // patients with a baseline other than 0

    bool operator==(const MeanPercentChange&) const = default;
};

// The mean of each patient's percent change: every patient weighs the same, and one with a small
// baseline can outweigh all others. Nothing when no patient has one.
std::optional<MeanPercentChange> mean_of_percent_changes(std::span<const Movement> pairs);

// The percent change of the mean: from the mean of the baselines to the mean of the latest values
// of the same patients. Nothing when the mean baseline is 0.
std::optional<double> percent_change_of_means(std::span<const Movement> pairs);

}  // namespace progress
