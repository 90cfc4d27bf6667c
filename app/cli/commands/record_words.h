#pragma once
// How a record reads on a terminal.

#include <string>
#include <vector>

#include "schema/kinds/kinds.h"

namespace cli {

// The id, every field and the parts as texts.
std::vector<std::string> field_texts(const kinds::ConstRecord& record);

// One line per field that has a value, and per part: "  fitzpatrick   IV".
std::string record_lines(const kinds::ConstRecord& record);

}  // namespace cli
