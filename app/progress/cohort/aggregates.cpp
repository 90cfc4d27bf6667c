#include "app/progress/cohort/aggregates.h"

#include <algorithm>

#include "app/progress/series/trajectory.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "db/records/scores.h"

namespace progress {

namespace {

db::SeriesKey key_of(const Score& score) {
    return {.patient = score.patient, .instrument = score.instrument, .region = score.region};
}

}  // namespace

Scales load_scales(const db::Book& book) {
    return {.instruments = db::all_instruments(book), .studies = db::adopted_agreements(book)};
}

db::SeriesAggregate series_aggregate(const db::SeriesKey& key,
                                     std::span<const Score> by_time,
                                     const SeriesContext& context) {
    const auto trajectory = trajectory_of(by_time, context, {});
    db::SeriesAggregate aggregate{.key = key,
                                  .n = static_cast<int>(by_time.size()),
                                  .baseline = trajectory.baseline,
                                  .response = trajectory.response,
                                  .until = by_time.back().at.day()};
    if (trajectory.latest) {
        aggregate.latest = trajectory.latest->value;
        aggregate.verdict = trajectory.latest->verdict;
        aggregate.confirmed = trajectory.latest->confirmed;
    }
    return aggregate;
}

std::optional<db::SeriesAggregate> load_series_aggregate(const db::Book& book,
                                                         const db::SeriesKey& key,
                                                         const SeriesContext& context) {
    const auto scores = db::series_of(book, key);
    return scores.empty() ? std::nullopt : std::optional(series_aggregate(key, scores, context));
}

std::vector<db::SeriesAggregate> load_series_aggregates(const db::Book& book,
                                                        schema::Id<schema::Patient> patient,
                                                        const Scales& scales,
                                                        const Treatment& treatment) {
    std::vector<db::SeriesAggregate> aggregates;
    const auto scores = db::scores_of(book, patient);
    for (auto first = scores.begin(); first != scores.end();) {
        const auto key = key_of(*first);
        const auto last = std::find_if(
            first, scores.end(), [&](const Score& each) { return key_of(each) != key; });
        aggregates.push_back(series_aggregate(
            key, std::span(first, last), context_of(scales, key.instrument, treatment)));
        first = last;
    }
    return aggregates;
}

}  // namespace progress
