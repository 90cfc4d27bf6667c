#pragma once
// The columns of the tables of a page: as wide as their widest cell, the same in every table.

#include <string>
#include <vector>

#include "app/cli/terminal/page_line.h"
#include "app/progress/series/series.h"

namespace cli {

// What one row says, column by column.
struct Cells {
    std::string name;
    std::string unit;
    std::string baseline;
    std::string latest;
    std::string change;
    std::string percent;
    std::string verdict;
    std::string count;
};

Cells cells_of(const progress::Series& series);
Cells column_titles();

struct Layout {
    int width = 0;  // of the page
    int name = 0;   // of the column of names; a longer name has a line for itself
    int baseline = 0;
    int latest = 0;
    int change = 0;
    int percent = 0;
    int verdict = 0;
    int count = 0;
    int scale = 0;  // of the numbers beside the plots
    int plot = 0;

    int details() const { return width - scale - 1 - plot - 2; }
};

// Fits any numbers into a page of 72 columns or more.
Layout layout_of(const std::vector<progress::Series>& all, int width);

// The row's numbers after the column of names, whatever of it `line` has filled.
void add_numbers(Line& line, const Cells& cells, const Layout& layout, Ink ink, Ink verdict_ink);

}  // namespace cli
