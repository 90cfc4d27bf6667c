#pragma once
// Where a series is counted from.

#include <algorithm>
#include <cstddef>
#include <optional>

#include "schema/types/civil_time.h"

namespace progress {

// The place of the last value on or before `began`, else of the first value. `by_time` is sorted by
// its members' `at` and not empty.
template <class Values>
std::size_t baseline_place(const Values& by_time, const std::optional<schema::CivilTime>& began) {
    if (!began) {
        return 0;
    }
    const auto later = std::partition_point(by_time.begin(), by_time.end(), [&](const auto& each) {
        return schema::not_after(each.at, *began);
    });
    return later == by_time.begin() ? 0 : static_cast<std::size_t>(later - by_time.begin()) - 1;
}

}  // namespace progress
