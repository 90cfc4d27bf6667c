#pragma once
// What a change means in one word.

#include <array>

#include "schema/types/word.h"

namespace schema {

enum class Verdict {
    improved,
    worsened,
    unchanged,        // no change, or one within noise
    changed,          // neither way is better
    stated,           // a scale of change: the word that was said; two are never subtracted
    not_sure,         // it moved, and no noise is known
    not_enough_data,  // nothing that compares
};

template <>
struct Words<Verdict> {
    static constexpr std::array<std::string_view, 7> all{
        "improved", "worsened", "unchanged", "changed", "stated", "not_sure", "not_enough_data"};
};

}  // namespace schema
