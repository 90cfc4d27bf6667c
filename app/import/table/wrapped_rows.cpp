#include "app/import/table/wrapped_rows.h"

#include <fmt/format.h>

#include "app/text/dialect.h"
#include "app/text/table_dialect.h"

namespace exchange {

namespace {

bool is_one_quoted_cell(const CsvRow& row) {
    return !row.problem && row.cells.size() == 1 && row.raw.starts_with('"');
}

// All rows have as many cells as the first, and it is unlikely that their signs between the cells
// are those of a sentence.
bool is_table(std::string_view text, const CsvDialect& dialect, std::size_t rows) {
    CsvReader reader(text, "", dialect);
    std::size_t cells = 0;
    std::size_t read = 0;
    while (const auto* row = reader.next()) {
        ++read;
        cells = cells == 0 ? row->cells.size() : cells;
        if (row->problem || row->cells.size() != cells) {
            return false;
        }
    }
    return read == rows && (cells >= 3 || (cells == 2 && text.find('"') != std::string_view::npos));
}

}  // namespace

std::optional<RowSource> unwrap_rows(const RowSource& source, const ImportOptions& options) {
    CsvReader outer(source.text(), "", source.dialect, source.first_line);
    RowSource inner;
    inner.own.emplace();
    while (const auto* row = outer.next()) {
        if (!is_one_quoted_cell(*row)) {
            return std::nullopt;
        }
        const auto cell = row->cells.front();
        if (cell.find_first_not_of("\r\n") != std::string_view::npos) {
            inner.own->append(cell).append("\n");
            inner.numbers.push_back(row->line);
        }
    }
    const auto delimiter = find_delimiter(*inner.own);
    inner.dialect = mend_dialect(*inner.own,
                                 options.delimiter ? read_delimiter(*options.delimiter)
                                                   : CsvDialect{.delimiter = delimiter});
    if (!is_table(*inner.own, inner.dialect, inner.numbers.size())) {
        return std::nullopt;
    }
    inner.encoding = source.encoding;
    inner.warnings = source.warnings;
    inner.warnings.push_back(schema::Problem{
        options.file.string(),
        "every row is quoted as a whole, as if it were one cell; what is inside was read as rows",
        "if it is not so, save the table anew from the program that it comes from"}
                                 .as("rows_quoted"));
    return inner;
}

}  // namespace exchange
