#pragma once
// A row of the profile of aftercare with what it depends on.

#include <optional>
#include <vector>

#include "app/clinical/aftercare/care_case.h"
#include "app/clinical/source_grade.h"
#include "schema/records/care_advice.h"

namespace clinical {

struct CareRow {
    schema::CareAdvice advice;
    SourceGrade grade{};
    // For all of them where empty.
    std::optional<CareDevice> device;
    std::optional<CareDepth> depth;
    std::optional<CareSkin> skin;

    bool fits(const CareCase& now) const {
        return device.value_or(now.device) == now.device &&
               depth.value_or(now.depth) == now.depth && skin.value_or(now.skin) == now.skin;
    }
    int conditions() const {
        return int{device.has_value()} + int{depth.has_value()} + int{skin.has_value()};
    }
    bool operator==(const CareRow&) const = default;
};

using CareRows = std::vector<CareRow>;

// The program's rows; each names its source. Where sources differ, until_hours is the shortest and
// cautious_until_hours the longest that one gives; of the sun, cautious_until_hours is until when
// to go out only with sunscreen, hat and shade.
CareRows own_care_rows();

}  // namespace clinical
