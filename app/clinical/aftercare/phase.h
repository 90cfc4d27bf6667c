#pragma once
// The phases after a session, in hours counted from it.

#include <string>
#include <vector>

#include "app/clinical/aftercare/care_case.h"
#include "schema/records/clinic.h"

namespace clinical {

// Half-open: an hour belongs to the phase that begins with it.
struct CarePhase {
    std::string name;  // in words that people understand
    int from_hours{};
    int until_hours{};

    bool holds(double hours) const { return hours >= from_hours && hours < until_hours; }
    bool operator==(const CarePhase&) const = default;
};

// Scaling is expected until then: ours, clinics say a week. After radiofrequency crusts and
// swelling last 1 to 3 weeks (InMode Fractora, manual).
inline constexpr int scaling_days = 7;
inline constexpr int scaling_days_rf = 21;
inline constexpr int aftercare_days = 28;  // aftercare is over then

// From the session to aftercare_days after it, without a gap, in order. The first two end with the
// clinic's absorption_hours and precaution_hours: 24 and 72 hours by themselves. In people the
// barrier was back after 24 to 72 hours and the holes closed after 58 to 63 (PMC4119956, PubMed
// 22882208, PMC8259462). A phase that these leave no time for is left out.
std::vector<CarePhase> care_phases(const schema::Clinic& clinic,
                                   CareDevice device = CareDevice::needles);

}  // namespace clinical
