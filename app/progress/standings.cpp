#include "app/progress/standings.h"

#include <algorithm>

#include "app/progress/trajectory.h"
#include "db/instruments.h"
#include "db/scores.h"

namespace progress {

namespace {

std::vector<DatedValue> values_of(std::span<const schema::Score> scores) {
    std::vector<DatedValue> values;
    for (const auto& score : scores) {
        values.push_back({.at = score.at, .value = score.value});
    }
    return values;
}

db::SeriesKey key_of(const schema::Score& score) {
    return {.patient = score.patient, .instrument = score.instrument, .region = score.region};
}

}  // namespace

db::SeriesStanding series_standing(const db::SeriesKey& key,
                                   const schema::Instrument& instrument,
                                   std::span<const DatedValue> by_time,
                                   const std::optional<schema::CivilTime>& began) {
    const auto trajectory = trajectory_of(instrument, by_time, began, {});
    return {.key = key,
            .n = static_cast<int>(by_time.size()),
            .baseline = trajectory.baseline,
            .latest = trajectory.latest,
            .response = trajectory.response,
            .until = by_time.back().at.day()};
}

std::optional<db::SeriesStanding> load_series_standing(
    const db::Book& book,
    const db::SeriesKey& key,
    const schema::Instrument& instrument,
    const std::optional<schema::CivilTime>& began) {
    const auto values = values_of(db::series_of(book, key));
    return values.empty() ? std::nullopt
                          : std::optional(series_standing(key, instrument, values, began));
}

std::vector<db::SeriesStanding> load_series_standings(
    const db::Book& book,
    schema::Id<schema::Patient> patient,
    const std::vector<schema::Instrument>& instruments,
    const std::optional<schema::CivilTime>& began) {
    std::vector<db::SeriesStanding> standings;
    const auto scores = db::scores_of(book, patient);
    for (auto first = scores.begin(); first != scores.end();) {
        const auto key = key_of(*first);
        const auto last = std::find_if(
            first, scores.end(), [&](const schema::Score& score) { return key_of(score) != key; });
        standings.push_back(series_standing(key,
                                            db::instrument_among(instruments, key.instrument),
                                            values_of({first, last}),
                                            began));
        first = last;
    }
    return standings;
}

}  // namespace progress
