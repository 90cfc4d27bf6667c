#pragma once
// The cells of a row as a record of any kind.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "app/import/rows/import_parts.h"
#include "app/import/rows/row_cells.h"
#include "schema/kinds/kinds.h"

namespace exchange {

class RowReader {
  public:
    // What is given must outlive this.
    RowReader(ImportRun& run,
              const kinds::Kind& kind,
              const Plan& plan,
              const CellReader& cells,
              const RowCells& row_cells)
        : run_(run), kind_(kind), plan_(plan), cells_(cells), row_cells_(row_cells) {}

    // What a row says beside the fields of its record.
    struct Beside {
        std::optional<ImportPatients::Place> patient;  // none: nobody's
        std::int64_t exported_id = 0;
        int version = 1;  // in the export
    };

    // Fills the record; labels of the patient are not read here.
    Beside read(const CsvRow& csv,
                std::size_t number,
                const kinds::Record& record,
                const CellPlace& place) const;

    // Whose the row is, alone: as `read` finds it, with its problems; and the patient of a row of
    // patients, where they are known by then.
    std::optional<ImportPatients::Place> patient(const CsvRow& csv,
                                                 std::size_t number,
                                                 const CellPlace& place) const;
    std::optional<ImportPatients::Place> known_patient(const CsvRow& csv) const;

  private:
    void keep_rest(const CsvRow& csv, const kinds::Record& record, const CellPlace& place) const;
    void set_counted_time(const kinds::Record& record,
                          const PlannedColumn& column,
                          std::string_view cell,
                          const CellPlace& place) const;
    void set_text(const kinds::Record& record,
                  Beside& beside,
                  const PlannedColumn& column,
                  const std::string& text,
                  const CellPlace& place) const;
    void set_contact(const kinds::Record& record,
                     const PlannedColumn& column,
                     const std::string& text,
                     const CellPlace& place) const;
    std::string_view told(const PlannedColumn& column,
                          std::string_view text,
                          const CellPlace& place) const;
    void set_field(const kinds::Record& record,
                   const PlannedColumn& column,
                   const std::string& text,
                   const CellPlace& place) const;
    void set_items(const kinds::Record& record,
                   const std::vector<SlotText>& slots,
                   const CellPlace& place) const;

    ImportRun& run_;
    const kinds::Kind& kind_;
    const Plan& plan_;
    const CellReader& cells_;
    const RowCells& row_cells_;
};

}  // namespace exchange
