#include "app/clinical/no_marks.h"

#include <algorithm>

#include "app/clinical/instruments/masi.h"

namespace clinical {

bool has_no_marks(const schema::PigmentationObservation& seen) {
    if (seen.marks == schema::Marks::none) {
        return true;
    }
    const auto is_clear = [&](schema::Region region) {
        return std::any_of(seen.regions.begin(), seen.regions.end(), [&](const auto& each) {
            return each.region == region && each.area == 0;
        });
    };
    return seen.kind != schema::PigmentationKind::pie && !seen.pahpi &&
           std::all_of(masi_regions.begin(), masi_regions.end(), is_clear);
}

}  // namespace clinical
