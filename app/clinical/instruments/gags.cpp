#include "app/clinical/instruments/gags.h"

#include <algorithm>
#include <initializer_list>

namespace clinical {

namespace {

using schema::Region;

int grade(const schema::AcneRegion& region) {
    if (region.nodules + region.cysts > 0) {
        return 4;
    }
    if (region.pustules > 0) {
        return 3;
    }
    if (region.papules > 0) {
        return 2;
    }
    return region.open_comedones + region.closed_comedones > 0 ? 1 : 0;
}

int worst(const schema::AcneStatus& seen, std::initializer_list<Region> site) {
    int grade_of_site = 0;
    for (const auto& region : seen.regions) {
        if (std::find(site.begin(), site.end(), region.region) != site.end()) {
            grade_of_site = std::max(grade_of_site, grade(region));
        }
    }
    return grade_of_site;
}

bool every_site_was_examined(const schema::AcneStatus& seen) {
    // Perioral and jawline make the chin worse but do not replace it.
    constexpr std::array needed{Region::forehead,
                                Region::right_cheek,
                                Region::left_cheek,
                                Region::nose,
                                Region::chin,
                                Region::chest,
                                Region::upper_back};
    const auto recorded = [&](Region region) {
        return std::any_of(seen.regions.begin(), seen.regions.end(), [&](const auto& each) {
            return each.region == region;
        });
    };
    return seen.rest || std::all_of(needed.begin(), needed.end(), recorded);
}

}  // namespace

std::optional<int> gags(const schema::AcneStatus& seen) {
    if (!every_site_was_examined(seen)) {
        return std::nullopt;
    }
    return 2 * worst(seen, {Region::forehead}) + 2 * worst(seen, {Region::right_cheek}) +
           2 * worst(seen, {Region::left_cheek}) + worst(seen, {Region::nose}) +
           worst(seen, {Region::chin, Region::perioral, Region::jawline}) +
           3 * worst(seen, {Region::chest, Region::upper_back});
}

}  // namespace clinical
