#pragma once
// Why the text of a part does not fit.

#include <string>
#include <string_view>

#include "schema/kinds/kind.h"

namespace kinds {

struct PartFault {
    std::string
        what;  // after the text: " is not REGION:DEPTH_MM:PASSES", ": depth_mm \"15\" is not …"
    std::string remedy;
};

// Of a new part that read_part refuses: which place does not fit, and what it takes; where it has
// other places than the part, its whole form.
PartFault fault_of_part(const Parts& parts, std::string_view text);

}  // namespace kinds
