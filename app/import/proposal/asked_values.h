#pragma once
// Cells of columns with a choice of words that are none of them: each is asked once.

#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_table.h"

namespace exchange {

// Of the columns that the options map to a field of the kind with words of its own; the most
// frequent first. Cells that --values or --missing explains are not asked.
std::vector<AskedValue> asked_values(const Table& table, const ImportOptions& options);

}  // namespace exchange
