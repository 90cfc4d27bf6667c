#include "app/clinical/instruments/masi.h"

#include <algorithm>
#include <array>

namespace clinical {

namespace {

using schema::PigmentationObservation;
using schema::PigmentationRegion;
using schema::Region;

constexpr std::array four_regions{
    Region::forehead, Region::right_cheek, Region::left_cheek, Region::chin};

// Sum of weight × area × severity(region); nothing if a region or its severity is missing.
template <class Severity>
std::optional<int> weighted_tenths(const PigmentationObservation& seen, Severity severity) {
    int tenths = 0;
    for (const auto region : four_regions) {
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

}  // namespace

std::optional<int> masi_weight_tenths(Region region) {
    if (std::find(four_regions.begin(), four_regions.end(), region) == four_regions.end()) {
        return std::nullopt;
    }
    return region == Region::chin ? 1 : 3;
}

std::optional<int> masi_tenths(const PigmentationObservation& seen) {
    return weighted_tenths(seen, [](const PigmentationRegion& region) {
        return region.homogeneity ? std::optional(region.darkness + *region.homogeneity)
                                  : std::nullopt;
    });
}

std::optional<int> mmasi_tenths(const PigmentationObservation& seen) {
    return weighted_tenths(
        seen, [](const PigmentationRegion& region) { return std::optional(region.darkness); });
}

}  // namespace clinical
