#pragma once
// How scores and their aggregates hold a region, an origin and a moment: as numbers, which are
// small and in order. A number that means nothing throws schema::Error (damaged).

#include <cstdint>
#include <optional>

#include "schema/records/score.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace db {

// 0 is the patient as a whole. The numbers are those of the table word_region.
std::int64_t region_number(const std::optional<schema::Region>& region);
std::optional<schema::Region> read_region(std::int64_t number);

// The numbers of the table word_score_origin.
std::int64_t origin_number(schema::ScoreOrigin origin);
schema::ScoreOrigin read_origin(std::int64_t number);

// In the order of moments: earlier is less, and a whole day comes before its own moments. The
// formula stands beside the table score.
std::int64_t moment_number(const schema::CivilTime& moment);
schema::CivilTime read_moment(std::int64_t number);
// No moment of the day has a higher one.
std::int64_t last_moment_number(schema::Date day);

}  // namespace db
