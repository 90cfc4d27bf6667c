#pragma once
// Several visits in one row: "Visit 2 date" and "Visit 2 IGA", "Date" and "IGA" once for each.

#include <cstddef>
#include <string>
#include <vector>

#include "app/import/import_plan.h"
#include "app/import/import_table.h"
#include "app/import/proposal/column_cells.h"
#include "app/import/proposal/column_meanings.h"
#include "schema/records/instrument.h"

namespace exchange {

struct ColumnOfVisit {
    std::size_t column;     // of the file, from 0
    ColumnMeaning meaning;  // a time, or a scale's value
};

struct Visit {
    std::string name;                   // "2", "first"; empty where its headers name none
    std::vector<ColumnOfVisit> times;   // that say when it was
    std::vector<ColumnOfVisit> values;  // of scales

    // It has one time, and values of different scales.
    bool is_whole() const;
};

// The visits of a row in the order of the file; none for a kind whose rows have one time.
// Headers name a visit by a number, an ordinal or a word: "IGA 2", "V2 IGA", "2nd visit",
// "Follow-up date", "IGA after". Where others are named, one without a name is of the visit before
// them. Where none is named and headers are repeated, each time begins a visit, if every one of
// them is whole.
std::vector<Visit> visits_of(const Table& table,
                             const Vocabulary& vocabulary,
                             const std::vector<schema::Instrument>& scales,
                             const std::vector<ColumnCells>& cells);

}  // namespace exchange
