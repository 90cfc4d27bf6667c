#include "app/import/rows/row_choice.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/column_names.h"
#include "app/text/utf8.h"
#include "schema/kinds/record_text.h"

namespace exchange {

RowChoice::RowChoice(const ImportOptions& options, const Plan& plan, const Table& table) {
    for (const auto& told : options.only) {
        want(told, table);
    }
    for (const auto& field : options.fill_down) {
        fill(field, plan);
    }
}

// "kind=Symptom" at its last =, since a header may have one. A column that is named twice may hold
// either.
void RowChoice::want(const std::string& told, const Table& table) {
    const auto equals = told.rfind('=');
    if (equals == std::string::npos || equals == 0) {
        throw schema::misused("--only",
                              fmt::format("{} has no column before =", excerpt(told)),
                              "write --only kind=Symptom");
    }
    std::vector<schema::Problem> problems;
    const auto column = find_column(table, told.substr(0, equals), problems);
    schema::refuse_any(std::move(problems));
    auto same = std::find_if(wanted_.begin(), wanted_.end(), [&](const Wanted& other) {
        return other.column == *column;
    });
    same = same == wanted_.end() ? wanted_.insert(same, {*column, {}}) : same;
    same->texts.emplace_back(trimmed(std::string_view(told).substr(equals + 1)));
}

void RowChoice::fill(const std::string& field, const Plan& plan) {
    const auto before = filled_.size();
    const auto add = [&](const PlannedColumn& planned) {
        if (planned.column) {
            filled_.push_back({*planned.column, {}});
        }
    };
    for (const auto& planned : plan.columns) {
        const bool is_chart = (field == "chart" || field == "patient") &&
                              (planned.spec.name == "chart" || planned.spec.name == "patient");
        if (is_chart || planned.spec.name == field || planned.spec.text() == field) {
            add(planned);
            std::for_each(planned.more.begin(), planned.more.end(), add);
        }
    }
    if (field == "origin" && plan.origin) {
        add(*plan.origin);
    }
    if (filled_.size() == before) {
        throw schema::misused("--fill-down",
                              fmt::format("no column is mapped to {}", excerpt(field)),
                              "name a field that has a column");
    }
}

bool RowChoice::is_wanted(const CsvRow& row) const {
    return std::all_of(wanted_.begin(), wanted_.end(), [&](const Wanted& wanted) {
        const auto cell = trimmed(row.cells[wanted.column]);
        return std::find(wanted.texts.begin(), wanted.texts.end(), cell) != wanted.texts.end();
    });
}

const CsvRow* RowChoice::take(const CsvRow& row, ImportReport& report) {
    const auto* taken = &row;
    if (!filled_.empty()) {
        row_ = row;
        taken = &row_;
        for (auto& [column, above] : filled_) {
            auto& cell = row_.cells[column];
            if (!kinds::is_blank(trimmed(cell))) {
                above = cell;
            } else if (!above.empty()) {
                cell = above;
                ++report.cells_filled_down;
            }
        }
    }
    if (!is_wanted(*taken)) {
        ++report.rows_not_chosen;
        return nullptr;
    }
    return taken;
}

}  // namespace exchange
