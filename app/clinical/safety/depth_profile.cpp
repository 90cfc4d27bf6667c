#include "app/clinical/safety/depth_profile.h"

#include <algorithm>

namespace clinical {

namespace {

using schema::DepthLimit;
using schema::Region;

DepthLimit guide(Region region, double max_mm, const char* source) {
    return {.region = region, .max_mm = max_mm, .source = source};
}

constexpr const char* practice = "expert practice; the number is ours";

DepthLimit radiofrequency_guide(Region region, double max_mm) {
    auto row = guide(region, max_mm, practice);
    row.radiofrequency = true;
    return row;
}

bool suits(const DepthLimit& limit, const DepthPlace& place, bool by_skin_type) {
    const bool skin = by_skin_type ? limit.fitzpatrick && limit.fitzpatrick == place.fitzpatrick
                                   : !limit.fitzpatrick;
    return limit.region == place.region && limit.radiofrequency == place.radiofrequency && skin;
}

template <class Rows>
const DepthLimit* find_limit(const Rows& rows, const DepthPlace& place) {
    for (const bool by_skin_type : {true, false}) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const DepthLimit& limit) {
            return suits(limit, place, by_skin_type);
        });
        if (found != rows.end()) {
            return &*found;
        }
    }
    return nullptr;
}

}  // namespace

std::span<const DepthLimit> guide_depths() {
    static const std::vector<DepthLimit> rows{
        guide(Region::forehead, 1.0, practice),
        guide(Region::nose, 0.75, practice),
        guide(Region::left_cheek, 2.5, practice),
        guide(Region::right_cheek, 2.5, practice),
        guide(Region::perioral, 0.5, practice),
        guide(Region::chin, 2.0, practice),
        guide(Region::jawline, 2.0, practice),
        guide(Region::periorbital, 0.3, practice),
        guide(Region::neck, 1.0, practice),
        radiofrequency_guide(Region::forehead, 2.0),
        radiofrequency_guide(Region::nose, 1.5),
        radiofrequency_guide(Region::left_cheek, 3.5),
        radiofrequency_guide(Region::right_cheek, 3.5),
        radiofrequency_guide(Region::perioral, 1.5),
        radiofrequency_guide(Region::chin, 3.0),
        radiofrequency_guide(Region::jawline, 3.0),
        radiofrequency_guide(Region::periorbital, 0.8),
        radiofrequency_guide(Region::neck, 2.0),
    };
    return rows;
}

std::vector<DepthLimit> depth_profile(const std::vector<DepthLimit>& own) {
    std::vector<DepthLimit> profile(guide_depths().begin(), guide_depths().end());
    for (const auto& row : own) {
        const auto replaced =
            std::find_if(profile.begin(), profile.end(), [&](const DepthLimit& other) {
                return row.is_same_place(other);
            });
        if (replaced == profile.end()) {
            profile.push_back(row);
        } else {
            *replaced = row;
        }
    }
    return profile;
}

std::optional<DepthLimit> depth_limit(const std::vector<DepthLimit>& own, const DepthPlace& place) {
    const auto* limit = find_limit(own, place);
    if (limit == nullptr) {
        limit = find_limit(guide_depths(), place);
    }
    return limit != nullptr && limit->max_mm ? std::optional(*limit) : std::nullopt;
}

}  // namespace clinical
