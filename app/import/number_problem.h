#pragma once
// The problem of a cell that should hold a number.

#include "app/import/import_cells.h"

namespace exchange {

// Says what it is instead, where it looks like one: a range, a bound, an estimate.
schema::Problem number_problem(const PlannedColumn& column,
                               std::string_view cell,
                               const CellPlace& place);

}  // namespace exchange
