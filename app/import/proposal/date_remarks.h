#pragma once
// What the dates of a column show beyond their order, and a person should look at.

#include <string>
#include <vector>

#include "app/import/proposal/column_cells.h"

namespace exchange {

// Sentences on the column of this label, `column 2 "Visit"`: that it has dates day first and others
// month first; that those which can be no month first date are texts while all others, by their
// days, may be days that a spreadsheet took for months.
std::vector<std::string> date_remarks(const std::string& label, const DateEvidence& dates);

}  // namespace exchange
