#include "app/progress/verdict.h"

#include <cmath>

namespace progress {

Verdict verdict_of(const schema::Instrument& instrument, const std::optional<Movement>& movement) {
    if (!movement) {
        return Verdict::not_enough_data;
    }
    const double size = size_of(*movement);
    const double moved = std::abs(movement->change());
    if (at_least(0, moved, size)) {
        return Verdict::unchanged;
    }
    if (instrument.noise && at_least(*instrument.noise, moved, size)) {
        return Verdict::within_noise;
    }
    switch (instrument.better) {
        case schema::Better::lower:
            return movement->change() < 0 ? Verdict::improved : Verdict::worsened;
        case schema::Better::higher:
            return movement->change() > 0 ? Verdict::improved : Verdict::worsened;
        case schema::Better::neither:
            break;
    }
    return Verdict::changed;
}

}  // namespace progress
