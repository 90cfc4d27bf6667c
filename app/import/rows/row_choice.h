#pragma once
// Which rows of a file are read (--only), and what blank cells take from the row above
// (--fill-down).

#include <string>
#include <utility>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_plan.h"
#include "app/import/import_table.h"

namespace exchange {

class RowChoice {
  public:
    // Throws schema::Error: misused for options that cannot be understood and for a field to fill
    // that no column is for, refused for a column that the file does not have.
    RowChoice(const ImportOptions& options, const Plan& plan, const Table& table);

    // The row as it is to be read, until the next one is taken; null for one that is not wanted.
    // Rows are given in the order of the file.
    const CsvRow* take(const CsvRow& row, ImportReport& report);

  private:
    struct Wanted {
        std::size_t column;
        std::vector<std::string> texts;  // any of them
    };
    struct Filled {
        std::size_t column;
        std::string above;
    };

    bool is_wanted(const CsvRow& row) const;
    void want(const std::string& told, const Table& table);
    void fill(const std::string& field, const Plan& plan);

    std::vector<Wanted> wanted_;
    std::vector<Filled> filled_;
    CsvRow row_;
};

}  // namespace exchange
