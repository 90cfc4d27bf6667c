#include "app/import/cell_findings.h"

#include <fmt/format.h>

#include "app/text/utf8.h"

namespace exchange {

namespace {

constexpr std::size_t most_cells = 200;

// Counts the cell; a new one only while there is room.
template <class Counted, class Cell, class What>
void count(Counted& counted, Cell cell, const What& what) {
    const auto found = counted.find(cell);
    if (found != counted.end()) {
        ++found->second.second;
    } else if (counted.size() < most_cells) {
        counted.emplace(std::move(cell), std::pair(what, std::size_t{1}));
    }
}

// No text of --missing: those hold no line end.
std::string met_key(const FieldSpec& field, std::string_view text) {
    return fmt::format("{}\n{}", field.name, text);
}

}  // namespace

void CellFindings::read_as(const PlannedColumn& column,
                           std::string_view cell,
                           std::string_view as) {
    count(read_as_, Cell(column.spec.text(), column.label, trimmed(cell)), std::string(as));
}

void CellFindings::ask(const PlannedColumn& column,
                       std::string_view cell,
                       const std::vector<std::string>& choices) {
    if (!column.spec.confidential && !choices.empty()) {
        count(asked_, Cell(column.spec.text(), column.label, trimmed(cell)), choices);
    }
}

void CellFindings::meet(const FieldSpec& field, std::string_view text) {
    met_.insert(met_key(field, text));
}

bool CellFindings::is_met(const FieldSpec& field, std::string_view text) const {
    return met_.contains(met_key(field, text));
}

void CellFindings::tell(const std::string& file,
                        const std::string& clock,
                        ImportReport& report) const {
    for (const auto& [column, count] : on_clock_) {
        report.warnings.push_back(
            schema::Problem{
                fmt::format("{}: {}", file, column),
                fmt::format(
                    "{} time stamps with a zone were put on the clinic's clock, {}", count, clock),
                "look whether that is the zone of the clinic's clock"}
                .as("zone_moved", {{"count", static_cast<int>(count)}, {"zone", clock}}));
    }
    for (const auto& [cell, as] : read_as_) {
        const auto& [field, column, text] = cell;
        report.read_as.push_back({field, text, as.first, as.second});
    }
    for (const auto& [cell, choices] : asked_) {
        const auto& [field, column, text] = cell;
        report.asked.push_back({field, column, text, choices.second, choices.first});
    }
}

}  // namespace exchange
