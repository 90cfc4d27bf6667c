#pragma once
// JSON objects, one after another or in one array, as rows: each value is a cell in the column of
// its path, as patient.id or observations[0].value.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// The same as CSV: a header of all paths in the order in which they come up, then a row an object;
// null and what an object lacks are empty cells.
struct NdjsonRows {
    std::string csv;
    std::vector<std::size_t> lines;  // of the JSON text, for each row of the CSV
};

// Whether a text begins as such objects do.
bool is_ndjson(std::string_view text);

// Throws schema::Error (refused), with the line, for what is not such a text, a name that stands
// twice in an object, values that are nested too deep, and more columns than are read.
NdjsonRows rows_of_ndjson(std::string_view text, const std::string& file);

}  // namespace exchange
