#pragma once
// Which of a patient's values stands for a planned visit.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/civil_time.h"
#include "schema/types/interval.h"

namespace progress {

struct DatedValue {
    schema::CivilTime at;
    double value = 0;

    bool operator==(const DatedValue&) const = default;
};

// Visits by their distance from the baseline, ascending; none is the baseline itself.
struct VisitPlan {
    std::vector<std::optional<schema::Interval>> offsets;

    bool empty() const { return offsets.empty(); }
};

// "0,4w,8w" in any order; nothing if a piece is neither 0 nor an interval, or is given twice.
std::optional<VisitPlan> read_visit_plan(std::string_view text);

// "0", "4w"
std::string offset_text(const std::optional<schema::Interval>& offset);

// For each visit the place of the value nearest to its day, the earlier of two equally near;
// nothing when none lies within half the gap to the neighbouring visits. The baseline is always a
// neighbour; after the last visit the gap before it counts. Exactly halfway belongs to the earlier
// visit. The first of `from_baseline`, which is not empty, is the baseline; it stands for visit 0
// only. What comes back are places in `from_baseline`.
std::vector<std::optional<std::size_t>> visits_at(const VisitPlan& plan,
                                                  std::span<const DatedValue> from_baseline);

}  // namespace progress
