#pragma once
// What a change means in one word.

#include <array>
#include <optional>

#include "app/progress/movement.h"
#include "schema/records/instrument.h"
#include "schema/types/word.h"

namespace progress {

enum class Verdict { improved, worsened, within_noise, unchanged, changed, not_enough_data };

// `movement` is absent when there is no value after the baseline: not enough data. A change of at
// most the instrument's noise is within_noise. `changed`: it moved, and no direction is the better
// one.
Verdict verdict_of(const schema::Instrument& instrument, const std::optional<Movement>& movement);

}  // namespace progress

template <>
struct schema::Words<progress::Verdict> {
    static constexpr std::array<std::string_view, 6> all{
        "improved", "worsened", "within_noise", "unchanged", "changed", "not_enough_data"};
};
