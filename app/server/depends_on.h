#pragma once
// What a response was computed from, beside its target and the day; nothing named: from anything of
// the clinic. When a write touched it the response is not true any more.

#include <algorithm>
#include <optional>
#include <vector>

#include "db/ledger/invalidation.h"

namespace server {

struct DependsOn {
    // This patient's records and what is the clinic's alone, as its scales: of no other patient.
    std::optional<schema::Id<schema::Patient>> patient{};
    // The values on these scales, how everybody was treated, and what is the clinic's alone.
    std::vector<schema::Id<schema::Instrument>> scales{};
};

inline bool is_invalidated(const DependsOn& depends_on, const db::Invalidation& changed) {
    if (changed.clinic) {
        return true;
    }
    if (depends_on.patient) {
        return changed.patients.contains(*depends_on.patient);
    }
    return depends_on.scales.empty() || changed.treatments ||
           std::any_of(depends_on.scales.begin(), depends_on.scales.end(), [&](const auto& scale) {
               return changed.scales.contains(scale);
           });
}

}  // namespace server
