#pragma once
// Two photographs held against each other, for a terminal.

#include <optional>
#include <string>

#include "app/clinical/comparing/comparability.h"

namespace cli {

// The verdict as a sentence, then a row for each part: its points, by how much they differ, and
// what to do. `table_width` as of text_table.
std::string comparison_page(const clinical::Comparability& pair, std::optional<int> table_width);

}  // namespace cli
