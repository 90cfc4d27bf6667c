#pragma once
// Series as tables, one for each concern: a row of numbers, and under it the plot beside what else
// is known.

#include <vector>

#include "app/cli/terminal/page_line.h"
#include "app/progress/series/series.h"

namespace cli {

// In the order of schema::Concern, an empty line between two tables; nothing without a series. No
// line is wider than `width`, which is 72 or more.
Lines series_tables(const std::vector<progress::Series>& all,
                    const std::vector<schema::Session>& sessions,
                    int width);

}  // namespace cli
