#pragma once
// Medicines by the names that a list of treatments writes them with.

#include <array>
#include <span>
#include <string_view>

#include "schema/records/other_treatment.h"

namespace clinical {

// Parts of names, in small letters; common ones, never all (unverified).
inline constexpr auto isotretinoin_names =
    std::to_array<std::string_view>({"isotretinoin", "roaccutan", "accutane"});
inline constexpr auto anticoagulant_names = std::to_array<std::string_view>({"warfarin",
                                                                             "heparin",
                                                                             "apixaban",
                                                                             "rivaroxaban",
                                                                             "dabigatran",
                                                                             "edoxaban",
                                                                             "clopidogrel",
                                                                             "aspirin"});
inline constexpr auto topical_retinoid_names =
    std::to_array<std::string_view>({"tretinoin", "adapalene", "tazarotene", "retino"});

// A treatment of this kind whose name has one of these in it, in small or capital letters.
bool is_medicine(const schema::OtherTreatment& treatment,
                 schema::TreatmentKind kind,
                 std::span<const std::string_view> names);

}  // namespace clinical
