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

// The types of the table that nobody looked for: not counted, and the rest not said to be none.
//
// The tables name the same scars differently, so that "the rest is none" speaks of the table whose
// types were counted, and of both where no scar was found: V-shaped scars are no reason to say that
// there are no punched-out ones.
std::vector<schema::ScarType> types_not_examined(std::span<const ScarWeight> weights,
                                                 const schema::ScarObservation& seen);

// The sum over these types. Nothing unless every one of them was examined: a type that nobody wrote
// down is not gone.
std::optional<int> weighted_sum(std::span<const ScarWeight> weights,
                                const schema::ScarObservation& seen);

}  // namespace clinical
