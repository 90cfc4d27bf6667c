#include "app/progress/series/baseline.h"

#include <algorithm>

namespace progress {

BaselineVisits baseline_visits(std::span<const Visit> visits,
                               const std::optional<schema::CivilTime>& began) {
    if (!began) {
        return {};
    }
    const auto later = std::partition_point(visits.begin(), visits.end(), [&](const Visit& visit) {
        return schema::not_after(visit.at, *began);
    });
    const auto last = static_cast<std::size_t>(later - visits.begin());
    if (last == 0) {
        return {.warning = BaselineWarning::after_first_session};
    }
    const auto recent = std::find_if(visits.begin(), later, [&](const Visit& visit) {
        return began->day().days_since(visit.at.day()) <= baseline_days;
    });
    if (recent == later) {
        return {.first = last - 1, .last = last, .warning = BaselineWarning::old};
    }
    return {.first = static_cast<std::size_t>(recent - visits.begin()), .last = last};
}

}  // namespace progress
