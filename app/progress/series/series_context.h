#pragma once
// What a series is judged by beside its own values.

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/progress/history.h"

namespace progress {

// When the patient was treated.
struct Treatment {
    std::optional<schema::CivilTime> began;
    std::vector<schema::CivilTime> sessions;  // of any course and of none, by time
};
// Of the courses and sessions of the history.
Treatment treatment_of(const History& history);

// What it names outlives it.
struct SeriesContext {
    const schema::Instrument& instrument;
    std::optional<schema::CivilTime> began;        // the first session of the treatment
    std::span<const schema::CivilTime> sessions;   // of any course, by time
    const schema::Agreement* own_study = nullptr;  // adopted for this scale
};
SeriesContext context_of(const std::vector<schema::Instrument>& instruments,
                         const std::vector<schema::Agreement>& adopted,
                         schema::Id<schema::Instrument> instrument,
                         const Treatment& treatment);

// What scales are listed by: concern (none last), then the order in which the book keeps them.
using ScaleOrder = std::pair<int, schema::Id<schema::Instrument>>;
ScaleOrder order_of(const schema::Instrument& instrument);

}  // namespace progress
