#pragma once
// Whether a change is one, and for the better.

#include <optional>

#include "app/progress/movement.h"
#include "app/progress/noise.h"
#include "schema/records/instrument.h"
#include "schema/types/verdict.h"

namespace progress {

using schema::Verdict;

// Of a scale that is not one of change. Better is as burden.h says; a change of at most the noise
// is none, and without a known noise nobody can be sure of any.
Verdict verdict_of(const schema::Instrument& instrument,
                   const Movement& movement,
                   const std::optional<Noise>& noise);
// The same of a scale with a better direction, whose burden grew by `worse`. `size` is the largest
// number that it was computed from.
Verdict verdict_of(double worse, double size, const std::optional<Noise>& noise);

// improved or worsened.
constexpr bool has_direction(Verdict verdict) {
    return verdict == Verdict::improved || verdict == Verdict::worsened;
}

}  // namespace progress
