#pragma once
// What was last seen of active acne in a region.

#include <optional>

#include "app/clinical/safety/situation.h"

namespace clinical {

// The latest status that says something of the region before the plan, and what it says.
struct AcneSeen {
    const schema::AcneStatus* status = nullptr;  // none: nobody ever looked
    int days_ago{};
    schema::AcneRegion lesions;  // all 0 where the rest was said to be clear
};

AcneSeen last_look(const Situation& situation, schema::Region region);

// Nobody looked within the clinic's limit.
bool is_stale(const Situation& situation, const AcneSeen& seen);

// Papules, pustules, nodules and cysts.
int inflammatory(const schema::AcneRegion& lesions);

}  // namespace clinical
