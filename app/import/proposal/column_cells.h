#pragma once
// What the cells of a column show beyond its header: examples, how dates are written, which words
// stand for nothing.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_table.h"

namespace exchange {

// How many of the column's dates can be read day first only, month first only, or either way.
struct DateEvidence {
    std::size_t day_first = 0;
    std::size_t month_first = 0;
    std::size_t either = 0;
    std::size_t others = 0;          // dates that leave nothing open
    std::size_t others_late = 0;     // of these, after the 12th of the month
    std::size_t day_first_line = 0;  // of the first of each
    std::size_t month_first_line = 0;

    bool any() const { return day_first + month_first + either + others > 0; }
};

struct ColumnCells {
    std::vector<std::string> samples;  // the first two that differ
    std::vector<std::string> missing;  // "NA", as they are written
    DateEvidence dates;
    // "Week 4" and "4w", "Baseline" and "0d": where every cell is named after such a time.
    std::vector<std::pair<std::string, std::string>> offsets;

    bool tells_when() const { return dates.any() || !offsets.empty(); }
    bool is_number() const;  // by the first cells
    bool are_names() const;  // of people, by the first cells: words, and no digit
};

// One for each column of the file, by one walk over it, of which `progress` is told.
std::vector<ColumnCells> look_at_cells(const Table& table, const Progress& progress);

// "dmy" or "mdy", where these columns have dates that need it and others that prove it; nothing
// where they need none, or prove both.
std::optional<std::string> date_order(const std::vector<const DateEvidence*>& columns);

}  // namespace exchange
