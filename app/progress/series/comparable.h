#pragma once
// Like with like: which visits of a series compare, over which places, read with which device.

#include <optional>
#include <string_view>
#include <vector>

#include "app/progress/series/baseline.h"
#include "app/progress/series/visit.h"

namespace progress {

// Visits that compare, and how.
struct Comparable {
    std::vector<Visit> visits;
    Extent extent;
    BaselineVisits baseline;

    bool has_later() const { return baseline.last < visits.size(); }
};

// Visits of the whole where there are some before and after; else those over the places that the
// last one shares with the latest baseline visit that shares any. Nothing when no place is shared.
std::optional<Comparable> comparable(std::string_view code,
                                     const std::vector<Visit>& visits,
                                     const std::optional<schema::CivilTime>& began);

bool has_devices(const RatingList& ratings);

// A rating of each device of the visit, by its name: the order of entry decides nothing.
RatingList one_of_each_device(const Visit& visit);

// Those read with the device of `like`; one that is not named is like no named one.
RatingList of_device(const RatingList& ratings, const Score& like);

}  // namespace progress
