#pragma once
// What became of cells that do not say it in the book's own words, counted for the report.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_plan.h"

namespace exchange {

class CellFindings {
  public:
    // A moment with a zone was put on the clinic's clock.
    void put_on_clock(const PlannedColumn& column) { ++on_clock_[column.label]; }
    // The cell was understood as another text.
    void read_as(const PlannedColumn& column, std::string_view cell, std::string_view as);
    // The cell is none of the words that the field takes. Nothing of a confidential field is kept.
    void ask(const PlannedColumn& column,
             std::string_view cell,
             const std::vector<std::string>& choices);
    // A cell met the translation of this text of the field, or this text of --missing.
    void meet(const FieldSpec& field, std::string_view text);
    void meet_missing(std::string_view text) { met_.emplace(text); }
    bool is_met(const FieldSpec& field, std::string_view text) const;
    bool is_missing_met(std::string_view text) const { return met_.contains(std::string(text)); }

    // Adds all of it to the report. `clock` names the clinic's time zone.
    void tell(const std::string& file, const std::string& clock, ImportReport& report) const;

  private:
    using Cell = std::tuple<std::string, std::string, std::string>;  // field, column, text

    std::map<std::string, std::size_t> on_clock_;  // by column
    std::map<Cell, std::pair<std::string, std::size_t>> read_as_;
    std::map<Cell, std::pair<std::vector<std::string>, std::size_t>> asked_;
    std::unordered_set<std::string> met_;
};

}  // namespace exchange
