#pragma once
// Doctor, patient and scales that say opposite things: whoever reads one of them must read all.

#include <optional>
#include <vector>

#include "app/progress/series/series.h"
#include "schema/types/concern.h"

namespace progress {

struct Disagreement {
    const Series* doctor = nullptr;   // the last GAIS; null without one, or when it says no change
    const Series* patient = nullptr;  // the last PGIC, likewise
    std::vector<const Series*> scales;  // that went the other way than one of these, or each other
};

// Of the main series on what is treated (`concern`; without a course acne, scars and marks). A
// scale has a say when it changed beyond noise; where none did, when all that moved at all moved
// one way. Nothing when all who have a say agree.
std::optional<Disagreement> disagreement(const std::vector<Series>& all,
                                         const std::optional<schema::Concern>& concern);

}  // namespace progress
