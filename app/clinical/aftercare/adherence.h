#pragma once
// How far the products that a patient used after sessions keep to the profile of aftercare.

#include <optional>
#include <vector>

#include "app/clinical/aftercare/aftercare.h"

namespace clinical {

// The products put on within aftercare_days after the session that each followed.
struct Adherence {
    std::vector<UsedProduct> used;

    int count() const { return static_cast<int>(used.size()); }
    int count(CareVerdict verdict) const;
};

// Over all sessions. Nothing if no product was used within that time of any.
std::optional<Adherence> adherence(const CareFacts& facts);

}  // namespace clinical
