#pragma once
// The active ingredient of a topical product.

#include <array>

#include "schema/types/word.h"

namespace schema {

enum class Active {
    niacinamide,
    hyaluronic_acid,
    peptides,
    growth_factors,
    platelet_rich_plasma,
    vitamin_c,
    retinoid,
    azelaic_acid,
    tranexamic_acid,
    glycolic_acid,
    salicylic_acid,
    benzoyl_peroxide,
    hydroquinone,
    ceramides,
    panthenol,
    petrolatum,
    moisturiser,
    sunscreen,
    cleanser,
    other,
};

template <>
struct Words<Active> {
    static constexpr std::string_view table = "word_active";
    static constexpr std::array<std::string_view, 20> all{
        "niacinamide",          "hyaluronic_acid", "peptides",       "growth_factors",
        "platelet_rich_plasma", "vitamin_c",       "retinoid",       "azelaic_acid",
        "tranexamic_acid",      "glycolic_acid",   "salicylic_acid", "benzoyl_peroxide",
        "hydroquinone",         "ceramides",       "panthenol",      "petrolatum",
        "moisturiser",          "sunscreen",       "cleanser",       "other"};
};

}  // namespace schema
