#pragma once
// The published name of a value's severity: GAGS 24 is moderate.

#include <optional>
#include <string>
#include <string_view>

namespace clinical {

struct Band {
    std::string name;
    bool assigned = true;  // false: the published table leaves this value out, and the name is ours

    bool operator==(const Band&) const = default;
};

// Nothing for a scale without published bands, for an unknown code, and for a value that the scale
// cannot take (a fraction, or one out of its range).
std::optional<Band> band_of(std::string_view instrument_code, double value);

}  // namespace clinical
