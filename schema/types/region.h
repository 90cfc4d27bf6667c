#pragma once
// Where on the body.

#include <array>

#include "schema/types/word.h"

namespace schema {

enum class Region {
    forehead,
    nose,
    left_cheek,
    right_cheek,
    perioral,
    chin,
    jawline,
    periorbital,
    neck,
    chest,
    upper_back,
    shoulders,
    other,
};

template <>
struct Words<Region> {
    static constexpr std::string_view table = "word_region";
    static constexpr std::array<std::string_view, 13> all{"forehead",
                                                          "nose",
                                                          "left_cheek",
                                                          "right_cheek",
                                                          "perioral",
                                                          "chin",
                                                          "jawline",
                                                          "periorbital",
                                                          "neck",
                                                          "chest",
                                                          "upper_back",
                                                          "shoulders",
                                                          "other"};
};

}  // namespace schema
