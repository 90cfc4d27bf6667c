#pragma once
// From a cell to the text that a field takes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/cell_findings.h"
#include "app/import/import_plan.h"
#include "app/text/date_format.h"
#include "app/tracking/wall_clock.h"
#include "schema/types/civil_time.h"
#include "schema/types/error.h"

namespace exchange {

using Problems = std::vector<schema::Problem>;

// Where a cell stands, and where its problems go.
struct CellPlace {
    const std::string& file;
    std::size_t line;
    Problems& problems;
    std::optional<schema::CivilTime> origin{};  // of the row, before that of the file

    std::string text() const { return row_place(file, line); }
    // "visits.csv:17: column 3 "Header""
    std::string text(const PlannedColumn& column) const { return text() + ": " + column.label; }
};

class CellReader {
  public:
    // `exact`: the file was written by our own export, and every text is what it is: only an empty
    // cell is missing, nothing is trimmed. Throws schema::Error (misused) for options that say
    // nothing that can be understood. `findings` outlives this; `time_zone` is the clinic's.
    CellReader(const ImportOptions& options,
               bool exact,
               CellFindings& findings,
               const std::string& time_zone);

    bool exact() const { return exact_; }
    const std::optional<schema::CivilTime>& origin() const { return origin_; }
    // The day that the row's offsets count from. Nothing, and a problem, where its cell is empty.
    // Throws schema::Error (misused) where no option tells one for what `option` says.
    std::optional<schema::CivilTime> origin_of(const CellPlace& place,
                                               std::string_view option,
                                               std::string_view what) const;

    // The cell's text as it stands for in this column: translated, or itself. Empty when missing.
    std::string_view meaning(const PlannedColumn& column, std::string_view cell) const;

    // What the field takes: empty when missing; nothing, and a problem, for what cannot be read.
    std::optional<std::string> read(const PlannedColumn& column,
                                    std::string_view cell,
                                    const CellPlace& place) const;

    // The same for a moment. The cell is not missing.
    std::optional<schema::CivilTime> moment(const PlannedColumn& column,
                                            std::string_view cell,
                                            const CellPlace& place) const;

    // The moment that a day, week or month column counts from the origin.
    std::optional<schema::CivilTime> counted(const PlannedColumn& column,
                                             std::string_view cell,
                                             const CellPlace& place) const;

    std::optional<double> number(const PlannedColumn& column,
                                 std::string_view cell,
                                 const CellPlace& place) const;

    // The cell, if the rest of --values 'kind:*=other' stands for it, which cannot be read itself.
    std::optional<std::string_view> taken_by_rest(const PlannedColumn& column,
                                                  std::string_view cell) const;

    CellFindings& findings() const { return findings_; }

  private:
    std::string word(const PlannedColumn& column, std::string_view text) const;
    std::optional<std::string> number_text(const PlannedColumn& column,
                                           std::string_view text,
                                           const CellPlace& place) const;
    std::optional<std::string> on_clock(const PlannedColumn& column,
                                        const DateReading& reading) const;
    std::optional<std::string> date(const PlannedColumn& column,
                                    std::string_view cell,
                                    const CellPlace& place) const;
    std::optional<std::string> translated_offset(const PlannedColumn& column,
                                                 std::string_view cell,
                                                 const CellPlace& place) const;

    bool exact_;
    bool iso_first_ = true;  // no pattern was told, so YYYY-MM-DD needs no second look
    std::vector<std::string> missing_;
    std::optional<DateFormat> dates_;
    std::optional<schema::CivilTime> origin_;
    bool has_own_origins_;  // each row its own
    CellFindings& findings_;
    tracking::WallClock clock_;
};

// The row's cell in this column, or the text that --set gives to every row.
std::string_view cell_of(const PlannedColumn& column, const CsvRow& row);

// "onset: "31/02" is not …": the problem of a cell; a confidential field's text is not repeated.
schema::Problem cell_problem(const PlannedColumn& column,
                             std::string_view cell,
                             const CellPlace& place,
                             std::string_view form);

}  // namespace exchange
