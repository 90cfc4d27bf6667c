#include "app/clinical/instruments/ecca.h"

namespace clinical {

std::optional<int> ecca(const schema::ScarObservation& seen) {
    return weighted_sum(ecca_weights, seen);
}

}  // namespace clinical
