#include "app/clinical/safety/situation.h"

#include <algorithm>

namespace clinical {

Plan plan_of(const schema::Session& session) {
    Plan plan{.session = session, .is_recorded = true};
    for (const auto& area : session.areas) {
        plan.areas.push_back({.region = area.region, .depth_mm = area.depth_mm});
    }
    return plan;
}

bool Situation::has_area(schema::Region region) const {
    return std::any_of(plan.areas.begin(), plan.areas.end(), [&](const PlannedArea& area) {
        return area.region == region;
    });
}

}  // namespace clinical
