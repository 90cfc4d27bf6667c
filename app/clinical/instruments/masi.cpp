#include "app/clinical/instruments/masi.h"

#include <algorithm>

#include "app/clinical/no_marks.h"

namespace clinical {

namespace {

using schema::PigmentationObservation;
using schema::PigmentationRegion;
using schema::Region;

// Sum of weight × area × severity(region); nothing if a region or its severity is missing.
template <class Severity>
std::optional<int> weighted_tenths(const PigmentationObservation& seen, Severity severity) {
    int tenths = 0;
    for (const auto region : masi_regions) {
        const auto found = std::find_if(seen.regions.begin(),
                                        seen.regions.end(),
                                        [&](const auto& each) { return each.region == region; });
        const std::optional<int> points =
            found == seen.regions.end() ? std::nullopt : severity(*found);
        if (!points) {
            return std::nullopt;
        }
        tenths += masi_weight_tenths(region).value() * found->area * *points;
    }
    return tenths;
}

bool is_gone(const PigmentationObservation& seen) {
    return seen.kind == schema::PigmentationKind::melasma && has_no_marks(seen);
}

}  // namespace

std::optional<int> masi_weight_tenths(Region region) {
    if (std::find(masi_regions.begin(), masi_regions.end(), region) == masi_regions.end()) {
        return std::nullopt;
    }
    return region == Region::chin ? 1 : 3;
}

std::optional<int> masi_tenths(const PigmentationObservation& seen) {
    if (is_gone(seen)) {
        return 0;
    }
    return weighted_tenths(seen, [](const PigmentationRegion& region) {
        return region.homogeneity ? std::optional(region.darkness + *region.homogeneity)
                                  : std::nullopt;
    });
}

std::optional<int> mmasi_tenths(const PigmentationObservation& seen) {
    if (is_gone(seen)) {
        return 0;
    }
    return weighted_tenths(
        seen, [](const PigmentationRegion& region) { return std::optional(region.darkness); });
}

}  // namespace clinical
