#include "app/clinical/instruments/pahpi.h"

#include "app/clinical/no_marks.h"

namespace clinical {

std::optional<int> pahpi(const schema::PigmentationObservation& seen) {
    if (seen.kind != schema::PigmentationKind::pih) {
        return std::nullopt;
    }
    if (!seen.pahpi) {
        return has_no_marks(seen) ? std::optional(0) : std::nullopt;
    }
    return seen.pahpi->size + seen.pahpi->intensity + seen.pahpi->number;
}

}  // namespace clinical
