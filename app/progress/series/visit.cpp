#include "app/progress/series/visit.h"

#include <algorithm>
#include <numeric>

#include "app/clinical/extent.h"

namespace progress {

namespace {

using schema::Region;

bool is_mean(const Visit& visit) {
    return std::any_of(visit.ratings.begin(), visit.ratings.end(), [](const Score* rating) {
        return rating->origin == schema::ScoreOrigin::reading_mean;
    });
}

// The median over those ratings for which `value` finds one.
template <class Value>
std::optional<double> median_of(const Visit& visit, Value value) {
    std::vector<double> values;
    for (const auto* rating : visit.ratings) {
        if (const auto found = value(*rating)) {
            values.push_back(*found);
        }
    }
    return values.empty() ? std::nullopt : std::optional(median(std::move(values)));
}

// The places that the scale can have; a scale of no particular ones has all.
Regions extent_of(std::string_view code) {
    Regions regions;
    for (const auto region : clinical::regions_of(code)) {
        regions.set(static_cast<std::size_t>(region));
    }
    return regions.none() ? regions.set() : regions;
}

}  // namespace

RatingList ratings_of(std::span<const Score> by_time) {
    RatingList ratings;
    ratings.reserve(by_time.size());
    for (const auto& score : by_time) {
        ratings.push_back(&score);
    }
    return ratings;
}

std::vector<Visit> visits_of(std::span<const Score* const> by_time) {
    std::vector<Visit> visits;
    for (std::size_t first = 0; first < by_time.size();) {
        auto last = first + 1;
        while (last < by_time.size() && by_time[last]->at.day() == by_time[first]->at.day()) {
            ++last;
        }
        visits.push_back(
            {.at = by_time[first]->at, .ratings = by_time.subspan(first, last - first)});
        first = last;
    }
    return visits;
}

bool is_of_the_whole(std::string_view code, const Score& rating) {
    if (rating.places) {
        return clinical::is_whole(code, rating.places);
    }
    // A count of an earlier program, which did not keep its places.
    return rating.origin != schema::ScoreOrigin::acne_status || clinical::regions_of(code).empty();
}

Regions places_of(std::string_view code, const Visit& visit) {
    Regions regions;
    for (const auto* rating : visit.ratings) {
        for (std::size_t i = 0; rating->places && i < regions.size(); ++i) {
            if (rating->places->at(static_cast<Region>(i))) {
                regions.set(i);
            }
        }
    }
    return regions & extent_of(code);
}

std::optional<double> value_over(std::string_view code, const Visit& visit, const Extent& extent) {
    if (extent.whole) {
        return median_of(visit, [&](const Score& rating) {
            return is_of_the_whole(code, rating) ? std::optional(rating.value) : std::nullopt;
        });
    }
    std::vector<double> values;
    for (const auto region : listed(extent.regions)) {
        const auto value = median_of(visit, [&](const Score& rating) {
            return rating.places ? rating.places->at(region) : std::nullopt;
        });
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*value);
    }
    if (values.empty()) {
        return std::nullopt;
    }
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return is_mean(visit) ? sum / static_cast<double>(values.size()) : sum;
}

Shown shown_value(std::string_view code, const Visit& visit) {
    if (const auto whole = value_over(code, visit, {})) {
        return {.value = *whole};
    }
    const Extent extent{.whole = false, .regions = places_of(code, visit)};
    return {.value = value_over(code, visit, extent).value_or(visit.ratings.front()->value),
            .extent = extent};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto n = values.size();
    return std::midpoint(values[(n - 1) / 2], values[n / 2]);
}

std::vector<Region> listed(const Regions& regions) {
    std::vector<Region> list;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (regions[i]) {
            list.push_back(static_cast<Region>(i));
        }
    }
    return list;
}

}  // namespace progress
