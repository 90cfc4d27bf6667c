#pragma once
// Where a series is counted from.

#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "app/progress/series/visit.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace progress {

// Visits of so many days before the first session are the baseline; the last one before it, when it
// is older, is `old`. Ours.
inline constexpr int baseline_days = 90;

// Why a change from the baseline says less than it seems to.
enum class BaselineWarning {
    highest_ever,         // one value, and every other one is better: people come when it is worst
    old,                  // from more than 90 days before the first session
    after_first_session,  // nothing was rated before the treatment
};

// The visits that the baseline is the median of: [first, last) of `visits`, at least one. After a
// first session on `began` those of the 90 days up to it, else the last one before it, else the
// first of all. Without a session the first.
struct BaselineVisits {
    std::size_t first = 0;
    std::size_t last = 1;
    std::optional<BaselineWarning> warning;  // old, after_first_session
};

// `visits` are by time and not empty.
BaselineVisits baseline_visits(std::span<const Visit> visits,
                               const std::optional<schema::CivilTime>& began);

}  // namespace progress

template <>
struct schema::Words<progress::BaselineWarning> {
    static constexpr std::array<std::string_view, 3> all{
        "highest_ever", "old", "after_first_session"};
};
