#include "app/clinical/band.h"

#include <algorithm>
#include <cmath>

#include "app/clinical/catalogue.h"

namespace clinical {

namespace {

bool can_take(const Scale& scale, double value) {
    return std::isfinite(value) && std::trunc(value) == value && value >= scale.low &&
           (!scale.high || value <= *scale.high);
}

char plain(char letter) {
    if (letter == '_') {
        return ' ';
    }
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char one, char other) {
        return plain(one) == plain(other);
    });
}

}  // namespace

std::optional<Band> band_of(std::string_view instrument_code, double value) {
    const auto* scale = find_scale(instrument_code);
    if (!scale || !can_take(*scale, value)) {
        return std::nullopt;
    }
    std::optional<Band> band;
    for (const auto& start : scale->bands) {
        if (value >= start.from) {
            band = start.name.empty() ? std::nullopt
                                      : std::optional(Band{.name = std::string(start.name),
                                                           .assigned = start.assigned});
        }
    }
    return band;
}

std::vector<BandRange> band_ranges(const Scale& scale) {
    std::vector<BandRange> ranges;
    for (std::size_t i = 0; i < scale.bands.size(); ++i) {
        const auto& start = scale.bands[i];
        if (start.name.empty()) {
            continue;
        }
        std::optional<int> to;
        if (i + 1 < scale.bands.size()) {
            to = scale.bands[i + 1].from - 1;
        } else if (scale.high) {
            to = static_cast<int>(*scale.high);
        }
        ranges.push_back({.from = start.from,
                          .to = to,
                          .band = {.name = std::string(start.name), .assigned = start.assigned}});
    }
    return ranges;
}

std::vector<std::string_view> value_names(const Scale& scale) {
    const auto ranges = band_ranges(scale);
    if (ranges.size() != scale.bands.size()) {
        return {};  // some value has no name
    }
    std::vector<std::string_view> names;
    for (const auto& range : ranges) {
        if (range.to != range.from) {
            return {};
        }
        names.push_back(scale.bands[names.size()].name);
    }
    return names;
}

std::optional<double> value_named(const Scale& scale, std::string_view name) {
    const auto names = value_names(scale);
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const auto each) { return same_name(each, name); });
    if (found == names.end()) {
        return std::nullopt;
    }
    return scale.bands[static_cast<std::size_t>(found - names.begin())].from;
}

}  // namespace clinical
