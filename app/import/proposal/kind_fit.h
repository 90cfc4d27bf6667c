#pragma once
// How the columns of a file fit one kind of records.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "app/import/file_kinds.h"
#include "app/import/import_options.h"
#include "app/import/import_table.h"
#include "app/import/proposal/column_cells.h"
#include "schema/records/instrument.h"

namespace exchange {

struct FittedColumn {
    std::string field;  // as --map takes it; empty: left out
    FieldSpec spec{};
    bool told = false;                    // by the options, not by its header
    bool asked = false;                   // left out until somebody says which it is
    bool is_part_of_row = false;          // the region of each row, whose numbers stand beside it
    std::vector<std::string> could_be{};  // of a column that is left out
};

struct KindFit {
    const FileKind* kind = nullptr;
    std::vector<FittedColumn> columns{};                     // one for each of the file
    std::vector<std::pair<std::string, std::size_t>> map{};  // field, column: beside those told
    std::vector<std::string> lacks{};                        // fields that must have a column
    std::vector<schema::Problem> open{};                     // what only a person can say

    // Columns that the kind has a use for.
    std::size_t taken() const;
};

// What the options map and set goes first; then each column whose header names one field, and no
// other column's names it as well.
KindFit fit_kind(const FileKind& kind,
                 const Table& table,
                 const ImportOptions& options,
                 const std::vector<schema::Instrument>& scales,
                 const std::vector<ColumnCells>& cells);

}  // namespace exchange
