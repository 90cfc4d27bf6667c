#pragma once
// Conditions that a note names in words, so that "pacemaker" in a note is no less than the kind.

#include <string_view>
#include <vector>

#include "schema/records/condition.h"

namespace clinical {

struct ConditionsRead {
    std::vector<schema::ConditionKind> kinds;  // each once, in the order of the list
    bool is_whole = false;  // every word of the note belongs to one of them, or says when and where
};

// In Latin and Arabic letters; one slip of spelling is tolerated in words of six letters or more.
// Negation is not understood: "no pacemaker" names one.
ConditionsRead read_conditions(std::string_view note);

}  // namespace clinical
