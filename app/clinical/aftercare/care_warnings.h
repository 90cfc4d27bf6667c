#pragma once
// What to look out for after a session.

#include <vector>

#include "app/clinical/aftercare/aftercare.h"

namespace clinical {

// Vitamin C that was needled in or put on too early: also when aftercare is over, because
// granulomas come weeks to months later. While it is open also products with perfume that were put
// on too early, what is advised only from a later hour on, and an allergy to metal that holds on
// the day. `care` is whole but for its warnings.
std::vector<CareWarning> care_warnings(const Aftercare& care, const CareFacts& facts);

}  // namespace clinical
