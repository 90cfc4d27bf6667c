#include "app/clinical/instruments/lesion_counts.h"

namespace clinical {

LesionCounts lesion_counts(const schema::AcneRegion& region) {
    return {.inflammatory = region.papules + region.pustules + region.nodules + region.cysts,
            .noninflammatory = region.open_comedones + region.closed_comedones};
}

}  // namespace clinical
