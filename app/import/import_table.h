#pragma once
// The file of an import: its text, its header, and its rows one by one.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/rows/ndjson_rows.h"
#include "app/text/csv.h"
#include "app/text/encoding.h"
#include "schema/types/error.h"

namespace exchange {

class Table {
  public:
    // Reads the file, or takes the content that the options hold, which must outlive this;
    // encoding and delimiter are found, unless the options tell them.
    // Throws schema::Error: refused for a file or header that cannot be read, misused for options.
    explicit Table(const ImportOptions& options);
    ~Table() = default;
    Table(const Table&) = delete;  // rows point into it
    Table& operator=(const Table&) = delete;

    const std::string& file() const { return file_; }
    const std::string& encoding() const { return decoded_.encoding(); }
    char delimiter() const { return dialect_.delimiter; }
    const CsvDialect& dialect() const { return dialect_; }
    // The cells of the first row as they are; without a header #1, #2 …
    const std::vector<std::string>& header() const { return header_; }
    bool has_header() const { return has_header_; }
    // The cells of the row below the header; none where there is no header or no row.
    const std::vector<std::string>& first_row() const { return first_row_; }
    std::size_t size() const { return text().size(); }

    // Throws schema::Error (refused) for more rows than are read; see import_bytes.h.
    // Visits the rows below the header; `number` counts them from 1, `position` is how far in the
    // text the reader is. What a row points to lives until the next one; its `raw` as long as this.
    using Visit = std::function<void(const CsvRow& row, std::size_t number, std::size_t position)>;
    void for_each_row(const Visit& visit) const;

    // "column 3 "Header"", for messages.
    std::string label(std::size_t column) const;

  private:
    std::string_view text() const { return objects_ ? objects_->csv : decoded_.text(); }
    schema::Error too_many(std::string_view what, std::size_t bound) const;

    std::string file_;
    std::string bytes_;
    Decoded decoded_;
    std::optional<NdjsonRows> objects_;  // of a file of JSON
    CsvDialect dialect_;
    bool has_header_;
    std::vector<std::string> header_;
    std::vector<std::string> first_row_;
};

// "visits.csv:17"
std::string row_place(const std::string& file, std::size_t line);

}  // namespace exchange
