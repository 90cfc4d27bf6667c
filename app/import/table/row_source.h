#pragma once
// What a file of rows turned out to be: the text of a table, with all that is known of it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/workbook/cell_reference.h"
#include "app/text/csv.h"

namespace exchange {

struct RowSource {
    std::string encoding;  // "UTF-8", "windows-1256"; of a workbook "xlsx" or "ods"
    CsvDialect dialect;
    std::size_t first_line = 1;        // of the text: after what is no row of it
    std::vector<std::size_t> numbers;  // of each row, where they are not its lines
    std::size_t width = 0;             // what a shorter row is filled up to with empty cells
    std::vector<workbook::CellReference> without_value;  // formulas, in order
    std::string sheet;                                   // of a workbook
    std::vector<std::string> sheets;
    std::vector<schema::Problem> warnings;

    std::string_view text() const { return own ? std::string_view(*own) : plain; }

    std::string_view plain;  // the bytes themselves, where they are the text
    std::optional<std::string> own{};
};

// Reads the bytes, which must outlive the source, as the options tell or as is found: a workbook's
// sheet, or text in an encoding and dialect.
// Throws schema::Error: refused for what cannot be read, misused for options.
RowSource read_source(std::string_view bytes,
                      const ImportOptions& options,
                      const Progress& progress = {});

// The rows of a source one after another, those without any content left out.
class SourceRows {
  public:
    // Both must outlive this.
    SourceRows(const RowSource& source, const std::string& file);

    // The next row that holds anything, which lives until the following call; null at the end. A
    // row with a formula without a value has a problem, and its cells.
    const CsvRow* next();
    std::size_t position() const { return reader_.position(); }
    // How many were left out before the last row; of a sheet also those that it has no content for.
    std::size_t blank() const { return blank_; }

  private:
    void put_in_place(CsvRow& row);

    const RowSource& source_;
    const std::string& file_;
    CsvReader reader_;
    std::size_t number_ = 0;         // of rows read
    std::size_t last_line_ = 0;      // of the row before
    std::size_t without_value_ = 0;  // how many of the source's have been passed
    std::size_t blank_ = 0;
};

}  // namespace exchange
