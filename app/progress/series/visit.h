#pragma once
// The ratings of one day: two of them are a re-rating, never a change.

#include <bitset>
#include <optional>
#include <span>
#include <vector>

#include "schema/records/score.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace progress {

using schema::Score;
using Regions = std::bitset<schema::Words<schema::Region>::all.size()>;

using RatingList = std::vector<const Score*>;  // by time and id

// What is pointed at outlives them.
RatingList ratings_of(std::span<const Score> by_time);

struct Visit {
    schema::CivilTime at;                   // of its first rating
    std::span<const Score* const> ratings;  // never empty; of one day, by time and id
};

// What a comparison is over: the whole that the scale is about, or only these places.
struct Extent {
    bool whole = true;
    Regions regions{};

    bool operator==(const Extent&) const = default;
};

// By day. `by_time` is sorted by time and outlives the visits.
std::vector<Visit> visits_of(std::span<const Score* const> by_time);

// Whether a rating is of the whole: one without places, or a count for which every place of its
// scale was looked at. A mean over places never is: it is the mean of those. Nor is a count that an
// earlier program computed without keeping its places, until the book is next opened to write.
bool is_of_the_whole(std::string_view code, const Score& rating);

// The places of the scale that were looked at in some rating of the visit.
Regions places_of(std::string_view code, const Visit& visit);

// The median over the visit's ratings, place by place, added up or, for a mean over places,
// averaged. Nothing where no rating has it.
std::optional<double> value_over(std::string_view code, const Visit& visit, const Extent& extent);

// What is shown of a visit: the value of the whole, else the one over all places of it.
struct Shown {
    double value = 0;
    Extent extent;
};
Shown shown_value(std::string_view code, const Visit& visit);

// Of a copy; not empty.
double median(std::vector<double> values);

std::vector<schema::Region> listed(const Regions& regions);

}  // namespace progress
