#pragma once
// One walk over the rows of a file: every row is read or has its problems told; nothing is written.

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "app/import/grouped_problems.h"
#include "app/import/import_cells.h"
#include "app/import/import_options.h"
#include "app/import/import_table.h"
#include "app/import/rows/row_choice.h"

namespace exchange {

// Rows that stand twice, cell for cell.
class RepeatedRows {
  public:
    void see(const CsvRow& row);
    // One warning for each row that repeats an earlier one, at most 1000 and then one that counts.
    std::vector<schema::Problem> warnings(const std::string& file) const;

  private:
    std::vector<std::pair<std::uint64_t, std::size_t>> seen_;  // hash, line
};

struct RejectedRow {
    std::string_view raw;  // as it stands in the file
    std::string reason;
};

struct WalkedRows {
    BoundedProblems problems;
    std::vector<RejectedRow> rejected;  // kept for --keep-good only
    std::size_t rows = 0;
    std::size_t rows_rejected = 0;

    // A row of which nothing is kept. `keep_raw`: it is to be written to the rejected ones;
    // without `is_first` its problems were told of another row.
    void reject(std::string_view raw,
                std::size_t line,
                Problems found,
                bool keep_raw,
                bool is_first = true);
};

// Reads one row: adds to `problems` what is wrong with it; then nothing of it is kept. For a dry
// run `record` is to be filled with the JSON of what it says, else it is null.
using ReadRow = std::function<void(
    const CsvRow& row, std::size_t number, Problems& problems, OrderedJson* record)>;

struct Walk {
    const Table& table;
    const ImportOptions& options;
    const Progress& progress;
    bool confidential = false;    // no text of a row that cannot be told into cells may be shown
    ImportReport& report;         // rows of a dry run, warnings
    RowChoice* choice = nullptr;  // none: every row, as it is
};

// Whether --confirm takes problems of a class, "implausible"; that it took one goes into the
// report.
bool is_confirmed(const ImportOptions& options,
                  const std::string& problem_class,
                  ImportReport& report);

// Ragged and misquoted rows are problems; every other row is read.
WalkedRows walk_rows(const Walk& walk, const ReadRow& read);

}  // namespace exchange
