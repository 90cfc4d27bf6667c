#include "app/clinical/extent.h"

#include <algorithm>

#include "app/clinical/instruments/lesion_counts.h"
#include "app/clinical/instruments/trunk_lesions.h"

namespace clinical {

std::span<const schema::Region> regions_of(std::string_view instrument_code) {
    if (instrument_code == trunk_lesions_scale.code) {
        return trunk_regions;
    }
    const bool is_of_the_face = instrument_code == lesions_total_scale.code ||
                                instrument_code == lesions_inflammatory_scale.code ||
                                instrument_code == lesions_noninflammatory_scale.code;
    return is_of_the_face ? std::span<const schema::Region>(face_regions)
                          : std::span<const schema::Region>();
}

bool is_whole(std::string_view instrument_code, const std::optional<schema::Places>& places) {
    if (!places) {
        return true;
    }
    const auto regions = regions_of(instrument_code);
    return !regions.empty() && std::all_of(regions.begin(), regions.end(), [&](auto region) {
        return places->at(region).has_value();
    });
}

}  // namespace clinical
