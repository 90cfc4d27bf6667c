#pragma once
// What was on when the values of a file were taken: its columns label:KEY, and those of tag:KEY
// that say of one patient now this, now that, as of days with and without treatment.

#include <cstdint>
#include <string>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "schema/types/labels.h"

namespace exchange {

// Makes label:KEY of each column tag:KEY that differs within a patient of the file, or whose key
// values of the book have; the report says of which. Not where patients of the book have the key.
// Differences of case and blanks alone are none.
void find_value_labels(ImportRun& run, Plan& plan, const Table& table);

class ValueLabels {
  public:
    using Place = std::uint32_t;  // in the list of sets of labels; 0: none

    // The columns stay where they are.
    explicit ValueLabels(const Plan& plan);

    // Those of the row. An empty cell is no label.
    Place read(const CellReader& cells, const CsvRow& row, const CellPlace& place);

    const schema::Labels& operator[](Place place) const { return *sets_[place]; }

  private:
    std::vector<const PlannedColumn*> columns_;
    std::map<schema::Labels, Place> places_;
    std::vector<const schema::Labels*> sets_;
};

}  // namespace exchange
