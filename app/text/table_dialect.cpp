#include "app/text/table_dialect.h"

#include <array>

namespace exchange {

namespace {

// Of delimiters outside quotes.
bool blank_after_every_delimiter(std::string_view row, char delimiter) {
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        quoted = quoted != (row[i] == '"');
        const bool last = i + 1 == row.size();
        if (!quoted && row[i] == delimiter && (last || row[i + 1] != ' ')) {
            return false;
        }
    }
    return true;
}

bool is_whole(std::string_view text, const CsvDialect& dialect) {
    CsvReader reader(text, "", dialect);
    std::size_t cells = 0;
    while (const auto* row = reader.next()) {
        cells = cells == 0 ? row->cells.size() : cells;
        if (row->problem || row->cells.size() != cells) {
            return false;
        }
        if (dialect.blanks_after && !blank_after_every_delimiter(row->raw, dialect.delimiter)) {
            return false;
        }
    }
    return true;
}

}  // namespace

CsvDialect mend_dialect(std::string_view text, CsvDialect plain) {
    if (is_whole(text, plain)) {
        return plain;
    }
    const std::array<CsvDialect, 2> others{
        {{.delimiter = plain.delimiter, .blanks_after = plain.blanks_after, .backslash = true},
         {.delimiter = plain.delimiter, .blanks_after = true}}};
    for (const auto& other : others) {
        if (is_whole(text, other)) {
            return other;
        }
    }
    return plain;
}

}  // namespace exchange
