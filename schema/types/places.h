#pragma once
// What a sum or a mean over places was made from: the value of each place that was looked at.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/region.h"
#include "schema/types/text.h"

namespace schema {

struct PlaceValue {
    Region region{};
    double value = 0;

    bool operator==(const PlaceValue&) const = default;
};

// "forehead=5,left_cheek=3,rest": each place once; rest: every other place was looked at, and has
// 0.
struct Places {
    std::vector<PlaceValue> values;
    bool rest = false;

    // Nothing for a place that was not looked at.
    std::optional<double> at(Region region) const;

    static std::optional<Places> read(std::string_view text);
    std::string text() const;

    bool operator==(const Places&) const = default;
};

template <>
struct Text<Places> : SelfText<Places> {
    static std::string form() { return "places with their values: forehead=5,left_cheek=3"; }
};

}  // namespace schema
