#pragma once
// How firm the source of a number or a rule is.

#include <array>

#include "schema/types/word.h"

namespace clinical {

enum class SourceGrade { label, guideline, study, expert_practice, clinic_own };

}  // namespace clinical

template <>
struct schema::Words<clinical::SourceGrade> {
    static constexpr std::array<std::string_view, 5> all{
        "label", "guideline", "study", "expert_practice", "clinic_own"};
};
