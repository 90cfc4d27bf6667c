#include "app/progress/verdict.h"

#include <cmath>

#include "app/progress/burden.h"

namespace progress {

Verdict verdict_of(const schema::Instrument& instrument,
                   const Movement& movement,
                   const std::optional<Noise>& noise) {
    const double size = size_of(movement);
    if (!has_better(instrument)) {
        return at_least(0, std::abs(movement.change()), size) ? Verdict::unchanged
                                                              : Verdict::changed;
    }
    return verdict_of(
        burden(instrument, movement.latest) - burden(instrument, movement.baseline), size, noise);
}

Verdict verdict_of(double worse, double size, const std::optional<Noise>& noise) {
    if (at_least(0, std::abs(worse), size)) {
        return Verdict::unchanged;
    }
    if (!noise) {
        return Verdict::not_sure;
    }
    if (at_least(noise->value, std::abs(worse), size)) {
        return Verdict::unchanged;
    }
    return worse < 0 ? Verdict::improved : Verdict::worsened;
}

}  // namespace progress
