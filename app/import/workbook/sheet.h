#pragma once
// One sheet of a workbook as the text of a table.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/import/workbook/cell_reference.h"
#include "schema/types/error.h"

namespace exchange::workbook {

// The rows that hold anything, as CSV in UTF-8 with commas. A row ends with its last cell.
struct Sheet {
    std::string text;
    std::vector<std::size_t> numbers;          // of each row, as the margin of the sheet shows it
    std::vector<CellReference> without_value;  // formulas whose result was not kept, in order
    std::vector<CellArea> merged_down;         // areas whose first cell stands for each row
    std::vector<std::size_t> hidden_rows;
    std::vector<std::pair<std::size_t, std::size_t>> hidden_columns;  // from, to; from 0
    std::size_t width = 0;                                            // the most cells of a row
};

// Puts a sheet together, row by row and cell by cell.
class SheetRows {
  public:
    // `where` is for messages: "visits.xlsx: sheet "Visits"".
    explicit SheetRows(std::string where) : where_(std::move(where)) {}

    // Throws schema::Error (refused) for a number that is not larger than the one before, and for
    // more rows than spreadsheets have.
    void begin_row(std::size_t number, bool is_hidden);
    // Throws schema::Error (refused) for a column beyond those that are read.
    void add_cell(std::size_t column, std::string_view text);
    void add_cell_without_value(std::size_t column);
    // Throws schema::Error (refused) when the sheet has become larger than what is read.
    void end_row();
    void merge(const CellArea& area);
    void hide_columns(std::size_t first, std::size_t last);

    bool has_content() const { return !sheet_.numbers.empty(); }
    const std::string& where() const { return where_; }
    std::size_t number() const { return number_; }
    std::string cell_name(std::size_t column) const {
        return CellReference{number_, column}.text();
    }
    // The sheet, with what is merged downwards in each of its rows.
    Sheet finish();

  private:
    void refuse_column(std::size_t column) const;
    void fill_merged();

    std::string where_;
    Sheet sheet_;
    std::size_t number_ = 0;
    bool is_hidden_ = false;
    bool has_text_ = false;
    std::vector<std::string> cells_;  // of the row at hand: the first `used_`
    std::size_t used_ = 0;
};

// What is to be told of the sheet: what is hidden and yet read, what is merged.
std::vector<schema::Problem> sheet_warnings(const Sheet& sheet, const std::string& where);

}  // namespace exchange::workbook
