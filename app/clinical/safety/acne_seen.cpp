#include "app/clinical/safety/acne_seen.h"

namespace clinical {

namespace {

using schema::AcneRegion;
using schema::AcneStatus;
using schema::Region;

std::optional<AcneRegion> lesions_in(const AcneStatus& status, Region region) {
    for (const auto& each : status.regions) {
        if (each.region == region) {
            return each;
        }
    }
    return status.rest ? std::optional(AcneRegion{.region = region}) : std::nullopt;
}

}  // namespace

AcneSeen last_look(const Situation& situation, Region region) {
    AcneSeen seen;
    for (const auto& status : situation.statuses) {
        const auto lesions = lesions_in(status, region);
        const bool is_later = seen.status == nullptr || status.on >= seen.status->on;
        if (lesions && is_later && not_after(status.on, situation.plan.session.at)) {
            seen = {.status = &status,
                    .days_ago = situation.day().days_since(status.on.day()),
                    .lesions = *lesions};
        }
    }
    return seen;
}

bool is_stale(const Situation& situation, const AcneSeen& seen) {
    return seen.status == nullptr || seen.days_ago > situation.clinic.acne_status_days;
}

int inflammatory(const AcneRegion& lesions) {
    return lesions.papules + lesions.pustules + lesions.nodules + lesions.cysts;
}

}  // namespace clinical
