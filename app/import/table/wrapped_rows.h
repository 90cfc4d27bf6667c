#pragma once
// Rows that are quoted as a whole: each is one cell that itself is a row.

#include <optional>

#include "app/import/table/row_source.h"

namespace exchange {

// The rows inside, where every row of the source is one cell, and each cell cuts into as many cells
// as the first, two or more, some of them with quotes or three at least; with a warning. Nothing
// for any other table. As a sheet does that was opened in one column and saved again.
std::optional<RowSource> unwrap_rows(const RowSource& source, const ImportOptions& options);

}  // namespace exchange
