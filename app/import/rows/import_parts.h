#pragma once
// The parts of a record from columns of their own: forehead.papules, item3, pahpi.size.

#include <string>
#include <vector>

#include "app/import/cell_findings.h"
#include "app/import/import_cells.h"
#include "schema/kinds/kinds.h"

namespace exchange {

// A number of a part, as a cell said it.
struct SlotText {
    const PlannedColumn* column;
    std::string text;  // empty: missing
};

// Whether the rows of the plan are of one part each, with its numbers in columns of their own.
bool has_part_of_row(const Plan& plan);

// Adds the part, or parts, that the row names by `key`, with the numbers of the row: several where
// the text stands for several places.
void add_parts_of_row(const kinds::Record& record,
                      const SlotText& key,
                      const std::vector<SlotText>& slots,
                      const CellPlace& place,
                      CellFindings& findings);

// Adds the parts that have columns of their own. One without any text was not examined, and there
// is none.
void add_parts(const kinds::Record& record,
               const std::vector<SlotText>& slots,
               const CellPlace& place);

// The text of a field whose items have columns of their own; empty when all items are missing.
// answers: 1,2,,0 in the order of their numbers; pahpi: size=4,intensity=6,number=2.
std::string joined_items(const std::string& field, const std::vector<SlotText>& slots);

// Throws schema::Error (refused) for numbers that a part must have and no column gives. Counts of
// lesions are the exception: a region that is recorded was examined, and what has no column is
// taken as none; then a warning says so. And of a part with two numbers, a column of the first
// alone holds both: 1.5 mm x 4 passes.
Problems check_slots(const kinds::Kind& kind, Plan& plan, const std::string& file);

}  // namespace exchange
