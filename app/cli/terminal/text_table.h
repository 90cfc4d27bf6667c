#pragma once
// Rows in aligned columns, for a terminal.

#include <optional>
#include <string>
#include <vector>

namespace cli {

// Headers and rows as lines; columns that are empty in every row are left out. With a width, that
// of a terminal, wide columns are cut and then lines, so that they fit it; without one nothing is
// cut.
std::string text_table(const std::vector<std::string>& headers,
                       const std::vector<std::vector<std::string>>& rows,
                       std::optional<int> width);

}  // namespace cli
