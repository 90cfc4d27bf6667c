#pragma once
// Columns by their headers.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/import/import_table.h"
#include "schema/types/error.h"

namespace exchange {

// "Chart No", "Visit", …: for messages.
std::string list_of_headers(const Table& table);

// The one column with this header, or the column #3. Nothing, and a problem, when there is none or
// more than one.
std::optional<std::size_t> find_column(const Table& table,
                                       const std::string& header,
                                       std::vector<schema::Problem>& problems);

// The header as --map takes it, or #3 where it is empty or not the only one.
std::string header_or_place(const Table& table, std::size_t column);

// Whether the header of the column is a number or a date, or has digits and the form of the cell
// below it (C1 above C2).
bool looks_like_data(const Table& table, std::size_t column);

}  // namespace exchange
