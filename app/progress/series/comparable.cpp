#include "app/progress/series/comparable.h"

#include <algorithm>
#include <iterator>

#include "schema/types/folding.h"

namespace progress {

namespace {

// A device that is not named is like no other.
bool same_device(const Score& a, const Score& b) {
    return a.device == b.device ||
           (a.device && b.device && schema::folded(*a.device) == schema::folded(*b.device));
}

std::vector<Visit> with_extent(std::string_view code,
                               const std::vector<Visit>& visits,
                               const Extent& extent) {
    std::vector<Visit> kept;
    std::copy_if(visits.begin(), visits.end(), std::back_inserter(kept), [&](const Visit& visit) {
        return value_over(code, visit, extent).has_value();
    });
    return kept;
}

Comparable over(std::string_view code,
                const Extent& extent,
                const std::vector<Visit>& visits,
                const std::optional<schema::CivilTime>& began) {
    auto kept = with_extent(code, visits, extent);
    const auto baseline = baseline_visits(kept, began);
    return {.visits = std::move(kept), .extent = extent, .baseline = baseline};
}

// The visits over the places that the last one shares with the latest baseline visit that shares
// any.
std::optional<Comparable> over_common_places(std::string_view code,
                                             const std::vector<Visit>& visits,
                                             const std::optional<schema::CivilTime>& began) {
    const auto baseline = baseline_visits(visits, began);
    const auto latest = places_of(code, visits.back());
    if (baseline.last == visits.size() && latest.any()) {
        return over(code, {.whole = false, .regions = latest}, visits, began);
    }
    for (auto i = baseline.last; i-- > baseline.first;) {
        const Extent extent{.whole = false, .regions = latest & places_of(code, visits[i])};
        if (extent.regions.any()) {
            return over(code, extent, visits, began);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Comparable> comparable(std::string_view code,
                                     const std::vector<Visit>& visits,
                                     const std::optional<schema::CivilTime>& began) {
    const auto is_whole = [&](const Visit& visit) {
        return value_over(code, visit, {}).has_value();
    };
    if (std::any_of(visits.begin(), visits.end(), is_whole)) {
        auto whole = over(code, {}, visits, began);
        if (whole.has_later() || whole.visits.size() == visits.size()) {
            return whole;
        }
    }
    return over_common_places(code, visits, began);
}

bool has_devices(const RatingList& ratings) {
    return std::any_of(
        ratings.begin(), ratings.end(), [](const Score* each) { return each->device.has_value(); });
}

RatingList one_of_each_device(const Visit& visit) {
    const auto name = [](const Score* rating) {
        return rating->device ? std::optional(schema::folded(*rating->device)) : std::nullopt;
    };
    RatingList ratings(visit.ratings.begin(), visit.ratings.end());
    std::stable_sort(ratings.begin(), ratings.end(), [&](const Score* a, const Score* b) {
        return name(a) < name(b);
    });
    ratings.erase(std::unique(ratings.begin(),
                              ratings.end(),
                              [](const Score* a, const Score* b) { return same_device(*a, *b); }),
                  ratings.end());
    return ratings;
}

RatingList of_device(const RatingList& ratings, const Score& like) {
    RatingList same;
    std::copy_if(ratings.begin(), ratings.end(), std::back_inserter(same), [&](const Score* each) {
        return same_device(*each, like);
    });
    return same;
}

}  // namespace progress
