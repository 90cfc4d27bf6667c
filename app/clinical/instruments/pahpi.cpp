#include "app/clinical/instruments/pahpi.h"

namespace clinical {

std::optional<int> pahpi(const schema::PigmentationObservation& seen) {
    if (!seen.pahpi || seen.kind != schema::PigmentationKind::pih) {
        return std::nullopt;
    }
    return seen.pahpi->size + seen.pahpi->intensity + seen.pahpi->number;
}

}  // namespace clinical
