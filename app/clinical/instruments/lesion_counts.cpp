#include "app/clinical/instruments/lesion_counts.h"

namespace clinical {

std::optional<LesionCounts> lesion_counts(const schema::AcneStatus& seen) {
    if (seen.regions.empty() && !seen.rest) {
        return std::nullopt;
    }
    LesionCounts counts;
    for (const auto& region : seen.regions) {
        counts.inflammatory += region.papules + region.pustules + region.nodules + region.cysts;
        counts.noninflammatory += region.open_comedones + region.closed_comedones;
    }
    return counts;
}

}  // namespace clinical
