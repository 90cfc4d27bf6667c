#pragma once
// What the columns of a file of scores can be for.

#include <vector>

#include "app/import/import_plan.h"
#include "schema/records/instrument.h"

namespace exchange {

// patient, at (or day, week, month), tag:KEY, label:KEY; then either instrument, value and region,
// one score per row, or a column per scale: gags, tewl@left_cheek, pasi@8w, tewl@left_cheek@8w. The
// spec of a scale's column has the code as its name, the region as its part, the offset as its
// slot. `with_ids`: also what an export says of each score beside that.
Vocabulary score_vocabulary(const std::vector<schema::Instrument>& scales, bool with_ids);

// Throws schema::Error: refused when no column has a value, or values have no time; misused when an
// offset has no origin.
void check_score_plan(const Plan& plan, const Table& table, const ImportOptions& options);

}  // namespace exchange
