#pragma once
// Which character stands between the cells of a table.

#include <cstddef>
#include <optional>
#include <string_view>

#include "app/text/csv.h"

namespace exchange {

// Comma, semicolon, tab or bar: the one that cuts most rows into the same number of cells, two or
// more, with quotes where quotes belong. Of several that do equally well, tab before semicolon
// before comma, because a decimal comma is commoner than a semicolon inside a cell, and the bar
// last. A table of one column has none; it is called comma, which does no harm.
char find_delimiter(std::string_view text);

// ",", "comma", ";", "semicolon", "tab", "|", "pipe" or any other single ASCII sign but the quote;
// and each with a blank behind it (", "), where blanks after the delimiter are no part of the next
// cell. Throws schema::Error (misused) for anything else.
CsvDialect read_delimiter(std::string_view told);

// A first line "sep=;", by which Excel is told the delimiter, and which is no row.
struct DelimiterLine {
    char delimiter = ',';
    std::size_t size = 0;  // with its line end
};

// The one that the text begins with; nothing for any other text.
std::optional<DelimiterLine> delimiter_line(std::string_view text);

}  // namespace exchange
