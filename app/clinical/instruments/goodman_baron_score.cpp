#include "app/clinical/instruments/goodman_baron_score.h"

namespace clinical {

std::optional<int> goodman_baron_score(const schema::ScarObservation& seen) {
    return weighted_sum(goodman_baron_weights, seen);
}

}  // namespace clinical
