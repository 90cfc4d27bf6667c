#pragma once
// The published name of a value's severity: GAGS 24 is moderate. On some scales each value has a
// name of its own, which stands for the number: GAIS "much improved".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/scale.h"

namespace clinical {

struct Band {
    std::string name;
    bool assigned = true;  // false: the published table leaves this value out, and the name is ours

    bool operator==(const Band&) const = default;
};

// Nothing for a scale without published bands, for an unknown code, for a value that is in none of
// them, and for one that the scale cannot take (a fraction, or one out of its range).
std::optional<Band> band_of(std::string_view instrument_code, double value);

// A band with both its ends, which belong to it.
struct BandRange {
    int from{};
    std::optional<int> to;  // none: the scale has no upper end
    Band band;

    bool operator==(const BandRange&) const = default;
};

std::vector<BandRange> band_ranges(const Scale& scale);

// The names of all values of the scale from its lowest; none unless each has its own.
std::vector<std::string_view> value_names(const Scale& scale);

// The value with this name, small or capital, with blanks or _ between the words. Nothing for any
// other text.
std::optional<double> value_named(const Scale& scale, std::string_view name);

}  // namespace clinical
