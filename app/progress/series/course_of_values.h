#pragma once
// What the whole course of the values says beside the first and the last one.

#include <optional>
#include <span>

#include "app/progress/series/series.h"

namespace progress {

// True when at least three values before the last one go one way only, and the last one goes the
// other way by more than noise: one rating stands against several.
bool is_against_trend(const Judgement& judged, const SeriesContext& context);

// Of a judged improvement or worsening: the values of the same season (45 days either way; ours) in
// at least two earlier years, when all of them are like the latest one, within its noise.
std::optional<SameSeason> same_season(const Judgement& judged,
                                      std::span<const Point> points,
                                      const schema::Instrument& instrument);

}  // namespace progress
