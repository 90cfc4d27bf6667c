#include "app/import/taken_code.h"

#include <algorithm>

#include <fmt/format.h>

namespace exchange {

namespace {

using schema::Instrument;

bool same_scale(Instrument a, const Instrument& b) {
    a.id = b.id;
    a.built_in = b.built_in;
    return a == b;
}

}  // namespace

std::optional<schema::Problem> taken_code(const Instrument& scale,
                                          const std::vector<Instrument>& known,
                                          bool same_is_fine) {
    const auto other = std::find_if(
        known.begin(), known.end(), [&](const auto& each) { return each.code == scale.code; });
    if (other == known.end() || (same_is_fine && same_scale(scale, *other))) {
        return std::nullopt;
    }
    return schema::Problem{"instrument",
                           fmt::format("there is already an instrument {}", scale.code),
                           "choose another code; `needlebook instrument list` shows those taken"};
}

}  // namespace exchange
