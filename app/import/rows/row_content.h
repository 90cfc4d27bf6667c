#pragma once
// Whether a row holds anything for its kind beside whose it is. One that does not is passed over.

#include <string_view>
#include <vector>

#include "app/import/rows/row_cells.h"

namespace exchange {

class RowContent {
  public:
    // `time_alone_is_nothing`: of a kind that says what was found at that time. What is given must
    // outlive this.
    RowContent(const Plan& plan,
               const RowCells& cells,
               std::string_view time_field,
               bool time_alone_is_nothing);

    // False where no column could hold anything.
    bool is_missing(const CsvRow& csv) const;
    bool has_time(const CsvRow& csv) const;

  private:
    bool is_said(const std::vector<const PlannedColumn*>& columns, const CsvRow& csv) const;

    const RowCells& cells_;
    std::vector<const PlannedColumn*> values_;
    std::vector<const PlannedColumn*> times_;
};

}  // namespace exchange
