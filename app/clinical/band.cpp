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

}  // namespace

std::optional<Band> band_of(std::string_view instrument_code, double value) {
    const auto all = scales();
    const auto scale = std::find_if(
        all.begin(), all.end(), [&](const Scale& each) { return each.code == instrument_code; });
    if (scale == all.end() || !can_take(*scale, value)) {
        return std::nullopt;
    }
    std::optional<Band> band;
    for (const auto& start : scale->bands) {
        if (value >= start.from) {
            band = Band{.name = std::string(start.name), .assigned = start.assigned};
        }
    }
    return band;
}

}  // namespace clinical
