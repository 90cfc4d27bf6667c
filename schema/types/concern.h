#pragma once
// What a patient comes for. Active acne, scars and pigmentation are three different findings and
// never mixed.

#include <array>

#include "schema/types/word.h"

namespace schema {

enum class Concern {
    active_acne,
    acne_scars,
    pigmentation,
    pores,
    barrier,
    quality_of_life,
    other,
};

template <>
struct Words<Concern> {
    static constexpr std::string_view table = "word_concern";
    static constexpr std::array<std::string_view, 7> all{"active_acne",
                                                         "acne_scars",
                                                         "pigmentation",
                                                         "pores",
                                                         "barrier",
                                                         "quality_of_life",
                                                         "other"};
};

}  // namespace schema
