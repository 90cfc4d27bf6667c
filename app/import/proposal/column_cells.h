#pragma once
// What the cells of a column show beyond its header: examples, how dates are written, which words
// stand for nothing.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_table.h"

namespace exchange {

// How many of the column's dates can be read day first only, month first only, or either way.
struct DateEvidence {
    std::size_t day_first = 0;
    std::size_t month_first = 0;
    std::size_t either = 0;
    std::size_t others = 0;  // dates that leave nothing open
    std::string proof;       // "14/03/1994", which can be read in one order only
    std::size_t proof_line = 0;

    bool any() const { return day_first + month_first + either + others > 0; }
};

struct ColumnCells {
    std::vector<std::string> samples;  // the first two that differ
    std::vector<std::string> missing;  // "NA", as they are written
    DateEvidence dates;
};

// One for each column of the file, by one walk over it, of which `progress` is told.
std::vector<ColumnCells> look_at_cells(const Table& table, const Progress& progress);

// "dmy" or "mdy", where these columns have dates that need it and others that prove it; nothing
// where they need none, or prove both.
std::optional<std::string> date_order(const std::vector<const DateEvidence*>& columns);

}  // namespace exchange
