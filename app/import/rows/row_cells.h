#pragma once
// What a row says for a field that several columns give, or that counts from the row's own first
// day: a name in pieces, a day and its clock, study days.

#include <optional>
#include <string>
#include <string_view>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"

namespace exchange {

class RowCells {
  public:
    // What is given must outlive this.
    RowCells(ImportRun& run, const Plan& plan, const CellReader& cells)
        : run_(run), plan_(plan), cells_(cells) {}

    // The day that the row's offsets count from, of --origin-from: nothing where no column has it
    // or its cell is empty, and nothing with a problem for what is no day.
    std::optional<schema::CivilTime> origin(const CsvRow& csv, const CellPlace& place) const;

    // As CellReader::read and ::moment, of all columns of the field.
    std::optional<std::string> read(const PlannedColumn& column,
                                    const CsvRow& csv,
                                    const CellPlace& place) const;
    std::optional<schema::CivilTime> moment(const PlannedColumn& column,
                                            const CsvRow& csv,
                                            const CellPlace& place) const;

    // Whether the row says anything in this column.
    bool is_empty(const PlannedColumn& column, const CsvRow& csv) const;

  private:
    std::string joined(const PlannedColumn& column, const CsvRow& csv) const;
    bool counts_days(const PlannedColumn& column,
                     std::string_view cell,
                     const CellPlace& place) const;
    std::optional<schema::CivilTime> counted_day(const PlannedColumn& column,
                                                 std::string_view cell,
                                                 const CellPlace& place) const;
    std::optional<schema::CivilTime> with_clock(const schema::CivilTime& day,
                                                const PlannedColumn& column,
                                                const CsvRow& csv,
                                                const CellPlace& place) const;

    ImportRun& run_;
    const Plan& plan_;
    const CellReader& cells_;
};

}  // namespace exchange
