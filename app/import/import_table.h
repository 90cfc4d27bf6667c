#pragma once
// The file of an import: its text, its header, and its rows one by one.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/table/header_row.h"
#include "app/import/table/row_source.h"
#include "app/text/csv.h"
#include "schema/types/error.h"

namespace exchange {

class Table {
  public:
    // Reads the file, or takes the content that the options hold, which must outlive this; a
    // workbook's sheet, encoding and delimiter, and the header are found, unless the options tell
    // them.
    // Throws schema::Error: refused for a file or header that cannot be read, misused for options.
    explicit Table(const ImportOptions& options, const Progress& progress = {});
    ~Table() = default;
    Table(const Table&) = delete;  // rows point into it
    Table& operator=(const Table&) = delete;

    const std::string& file() const { return file_; }
    const std::string& encoding() const { return source_.encoding; }
    char delimiter() const { return source_.dialect.delimiter; }
    const CsvDialect& dialect() const { return source_.dialect; }
    const std::string& sheet() const { return source_.sheet; }  // of a workbook, else empty
    const std::vector<std::string>& sheets() const { return source_.sheets; }
    // What was understood otherwise than it is written.
    const std::vector<schema::Problem>& warnings() const { return source_.warnings; }
    // The cells of the header as they are, of two rows joined; without a header #1, #2 …
    const std::vector<std::string>& header() const { return header_; }
    bool has_header() const { return has_header_; }
    // Its line, or its number in the sheet; the last one of several. 0 without a header.
    std::size_t header_line() const { return header_line_; }
    // The cells of the row below the header; none where there is no header or no row.
    const std::vector<std::string>& first_row() const { return first_row_; }
    std::size_t size() const { return source_.text().size(); }

    // Throws schema::Error (refused) for more rows than are read; see import_bytes.h.
    // Visits the rows below the header that hold anything; `number` counts them from 1, `position`
    // is how far in the text the reader is. What a row points to lives until the next one; its
    // `raw` as long as this. The answer is how many blank rows were passed over.
    using Visit = std::function<void(const CsvRow& row, std::size_t number, std::size_t position)>;
    std::size_t for_each_row(const Visit& visit) const;

    // "column 3 "Header"", for messages.
    std::string label(std::size_t column) const;

  private:
    schema::Error too_many(std::string_view what, std::size_t bound) const;
    void take_header(const ImportOptions& options, const std::vector<FirstRow>& rows);
    void warn_of_rows_above(const std::vector<FirstRow>& rows, std::size_t header);

    std::string file_;
    std::string bytes_;
    RowSource source_;
    bool has_header_;
    std::size_t header_line_ = 0;
    std::size_t rows_above_ = 0;  // the first row of data, and the header with them
    std::vector<std::string> header_;
    std::vector<std::string> first_row_;
};

// "visits.csv:17"
std::string row_place(const std::string& file, std::size_t line);

}  // namespace exchange
