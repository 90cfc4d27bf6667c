#include "app/import/rows/row_content.h"

#include <algorithm>

#include "app/text/time_offset.h"

namespace exchange {

namespace {

bool names_the_patient(const PlannedColumn& column) {
    const auto& name = column.spec.name;
    return name == "patient" || name == "chart" || name == "patient_id" || name.starts_with("tag:");
}

bool says_when(const PlannedColumn& column, std::string_view time_field) {
    const auto& name = column.spec.name;
    return name == time_field || unit_named(name);
}

}  // namespace

RowContent::RowContent(const Plan& plan,
                       const RowCells& cells,
                       std::string_view time_field,
                       bool time_alone_is_nothing)
    : cells_(cells) {
    for (const auto& column : plan.columns) {
        if (!column.column || names_the_patient(column)) {
            continue;
        }
        const bool is_time = says_when(column, time_field);
        if (is_time) {
            times_.push_back(&column);
        }
        if (!is_time || !time_alone_is_nothing) {
            values_.push_back(&column);
        }
    }
}

bool RowContent::is_missing(const CsvRow& csv) const {
    return !values_.empty() && !is_said(values_, csv);
}

bool RowContent::has_time(const CsvRow& csv) const {
    return is_said(times_, csv);
}

bool RowContent::is_said(const std::vector<const PlannedColumn*>& columns,
                         const CsvRow& csv) const {
    return std::any_of(columns.begin(), columns.end(), [&](const auto* column) {
        return !cells_.is_empty(*column, csv);
    });
}

}  // namespace exchange
