#pragma once
// Reads what the results of the whole clinic need.

#include <optional>
#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "db/book.h"

namespace progress {

// A scale, and where on the body; no region: the patient as a whole.
struct Wanted {
    schema::Instrument instrument;
    std::optional<schema::Region> region{};
};

struct OutcomesRequest {
    schema::Date as_of;
    Grouping grouping{};
    VisitPlan plan{};
    // Empty: every scale with a value, of the whole; within patients, at whatever place.
    std::vector<Wanted> wanted{};
};

Outcomes load_outcomes(const db::Book& book, const OutcomesRequest& request);

}  // namespace progress
