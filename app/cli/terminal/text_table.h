#pragma once
// Rows in aligned columns, for a terminal.

#include <string>
#include <vector>

namespace cli {

// Headers and rows as lines; columns that are empty in every row are left out, wide ones cut so
// that a line fits `width`. Control characters are made harmless.
std::string text_table(const std::vector<std::string>& headers,
                       const std::vector<std::vector<std::string>>& rows,
                       int width);

}  // namespace cli
