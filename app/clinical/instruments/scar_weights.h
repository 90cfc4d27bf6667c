#pragma once
// How Goodman-Baron and ECCA turn counts of scars into points: each type has a weight, taken once,
// twice or three times by how much of it there is.

#include <optional>
#include <span>
#include <vector>

#include "schema/records/scar_observation.h"

namespace clinical {

// None counts 0, any amount 1.
struct AmountSteps {
    double twice_from{};
    double thrice_above{};
};

struct ScarWeight {
    schema::ScarType type{};
    int points{};
    AmountSteps steps;
};

// The sum over these types; a type that is not listed among the counts has none. Nothing if no
// type of them is listed.
std::optional<int> weighted_sum(std::span<const ScarWeight> weights,
                                const std::vector<schema::ScarCount>& counts);

}  // namespace clinical
