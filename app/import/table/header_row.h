#pragma once
// Where in a file its header stands.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/csv.h"

namespace exchange {

// A row at the beginning of a file, with its line, or its number in the sheet.
struct FirstRow {
    std::size_t line = 0;
    std::vector<std::string> cells;
    std::optional<schema::Problem> problem{};
};

// The rows of a header, by the numbers of their lines.
struct HeaderLines {
    std::size_t first = 1;
    std::size_t last = 1;

    // "3", "2-3". Throws schema::Error (misused) for anything else.
    static HeaderLines read(std::string_view told);
};

// The place of the header among the first rows of a file: the first row in which all `told` headers
// stand. Where none are told, or nowhere all of them: the first row that has more than half as many
// filled cells as rows usually have; if a number or a date is among them, the first row that has as
// many as usual. The first row of all where there is a value in that one too, or nothing below it.
std::size_t find_header(const std::vector<FirstRow>& rows, const std::vector<std::string>& told);

// Whether all these headers stand in the row.
bool holds_headers(const FirstRow& row, const std::vector<std::string>& headers);

// How many cells hold anything.
std::size_t filled_cells(const FirstRow& row);

// Whether the row below the header may be a second one, under names of groups: it has texts alone,
// some of them where the header has nothing, and the row below it has a number or a date.
bool may_be_two_rows(const std::vector<FirstRow>& rows, std::size_t header);

// One header of two rows: where the upper one has a name of a group, it stands before those of the
// lower one, up to the next group.
std::vector<std::string> joined_header(const std::vector<std::string>& upper,
                                       const std::vector<std::string>& lower);

// "field=Header" without those that name a column by its place: the headers.
std::vector<std::string> headers_told(const std::vector<std::string>& map);

}  // namespace exchange
