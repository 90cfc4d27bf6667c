#pragma once
// What the book's aggregates must be: computed from one patient's history by the functions that the
// results of the clinic use.

#include <optional>
#include <span>
#include <vector>

#include "app/progress/history.h"
#include "app/progress/series/judgement.h"
#include "db/records/aggregates.h"

namespace progress {

// One more whenever judgement.h, trajectory.h, responder.h, cohort_member.h or due_list.h come to
// another result: the aggregates that a book keeps were made by the method that is named with them.
constexpr int aggregate_method = 3;

// The scales of the book, and the clinic's adopted studies of them.
struct Scales {
    std::vector<schema::Instrument> instruments;
    std::vector<schema::Agreement> studies;
};
Scales load_scales(const db::Book& book);
// `scales` and `treatment` outlive it.
inline SeriesContext context_of(const Scales& scales,
                                schema::Id<schema::Instrument> instrument,
                                const Treatment& treatment) {
    return context_of(scales.instruments, scales.studies, instrument, treatment);
}

// Of one series by time and id, not empty.
db::SeriesAggregate series_aggregate(const db::SeriesKey& key,
                                     std::span<const Score> by_time,
                                     const SeriesContext& context);

// The same from the book; nothing for a series without a value.
std::optional<db::SeriesAggregate> load_series_aggregate(const db::Book& book,
                                                         const db::SeriesKey& key,
                                                         const SeriesContext& context);

// Every series of the patient, by scale and region.
std::vector<db::SeriesAggregate> load_series_aggregates(const db::Book& book,
                                                        schema::Id<schema::Patient> patient,
                                                        const Scales& scales,
                                                        const Treatment& treatment);

}  // namespace progress
