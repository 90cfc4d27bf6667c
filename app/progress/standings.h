#pragma once
// What the book's standings must be: computed from one patient's history by the functions that the
// results of the clinic use.

#include <functional>
#include <optional>
#include <span>

#include "app/progress/visit_plan.h"
#include "db/standings.h"
#include "schema/records/instrument.h"

namespace progress {

// One more whenever baseline.h, trajectory.h, responder.h or cohort_member.h come to another
// result: the standings that a book keeps were made by the method that is named with them.
constexpr int standing_method = 1;

// Of a series, by time and not empty, of a patient whose treatment began then.
db::SeriesStanding series_standing(const db::SeriesKey& key,
                                   const schema::Instrument& instrument,
                                   std::span<const DatedValue> by_time,
                                   const std::optional<schema::CivilTime>& began);

// The same from the book; nothing for a series without a value.
std::optional<db::SeriesStanding> load_series_standing(
    const db::Book& book,
    const db::SeriesKey& key,
    const schema::Instrument& instrument,
    const std::optional<schema::CivilTime>& began);

// Every series of the patient, by scale and region.
std::vector<db::SeriesStanding> load_series_standings(
    const db::Book& book,
    schema::Id<schema::Patient> patient,
    const std::vector<schema::Instrument>& instruments,
    const std::optional<schema::CivilTime>& began);

}  // namespace progress
