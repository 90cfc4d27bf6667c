#pragma once
// The aggregates (aggregates.h) that a write has put out of date.

#include <compare>
#include <map>
#include <optional>
#include <set>

#include "schema/records/instrument.h"
#include "schema/records/patient.h"
#include "schema/types/date.h"
#include "schema/types/id.h"
#include "schema/types/region.h"

namespace db {

// One patient's values on one scale; no region: of the patient as a whole.
struct SeriesKey {
    schema::Id<schema::Patient> patient;
    schema::Id<schema::Instrument> instrument;
    std::optional<schema::Region> region;

    auto operator<=>(const SeriesKey&) const = default;
};

struct DirtySet {
    std::set<SeriesKey> series;
    // Patients whose courses or sessions changed, or who did themselves: whether a value is judged
    // may have changed from this day on.
    std::map<schema::Id<schema::Patient>, schema::Date> treatments;
    bool scales = false;  // a scale that values were judged by
};

}  // namespace db
