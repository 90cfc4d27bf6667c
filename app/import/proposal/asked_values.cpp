#include "app/import/proposal/asked_values.h"

#include <algorithm>

#include "app/import/column_names.h"
#include "app/import/file_kinds.h"
#include "app/import/import_patients.h"
#include "app/text/utf8.h"
#include "schema/kinds/kinds.h"

namespace exchange {

namespace {

constexpr std::size_t most_values = 200;
constexpr std::size_t longest_cell = 100;

struct ChoiceColumn {
    const kinds::Field* field;
    std::size_t column;
    TextMap<std::size_t> rows{};  // by the cell
};

const kinds::Kind* kind_of(const ImportOptions& options) {
    for (const auto& kind : file_kinds()) {
        if (options.kind == kind.name || options.kind == kind.noun) {
            return &kinds::named(kind.noun);
        }
    }
    return nullptr;
}

std::vector<ChoiceColumn> choice_columns(const kinds::Kind& kind,
                                         const Table& table,
                                         const ImportOptions& options) {
    std::vector<ChoiceColumn> columns;
    std::vector<schema::Problem> problems;
    for (const auto& told : options.map) {
        const auto name = told.substr(0, told.find('='));
        const auto* field = kind.field(name);
        if (field == nullptr || field->words.empty()) {
            continue;
        }
        const auto header = told.substr(std::min(told.size(), name.size() + 1));
        if (const auto column = find_column(table, header, problems)) {
            columns.push_back({field, *column});
        }
    }
    return columns;
}

bool is_known(const kinds::Field& field, std::string_view cell, const ImportOptions& options) {
    const auto is = [&](std::string_view text) { return text == cell; };
    const auto translated = std::string(field.name) + ":" + std::string(cell) + "=";
    return cell.empty() || std::any_of(field.words.begin(), field.words.end(), is) ||
           std::any_of(options.missing.begin(), options.missing.end(), is) ||
           std::any_of(options.values.begin(), options.values.end(), [&](const auto& told) {
               return told.starts_with(translated);
           });
}

void count(ChoiceColumn& column, std::string_view cell, const ImportOptions& options) {
    const auto found = column.rows.find(cell);
    if (found != column.rows.end()) {
        ++found->second;
    } else if (column.rows.size() < most_values && cell.size() <= longest_cell &&
               !is_known(*column.field, cell, options)) {
        column.rows.emplace(cell, 1);
    }
}

}  // namespace

std::vector<AskedValue> asked_values(const Table& table, const ImportOptions& options) {
    const auto* kind = kind_of(options);
    if (kind == nullptr) {
        return {};
    }
    auto columns = choice_columns(*kind, table, options);
    table.for_each_row([&](const CsvRow& row, std::size_t, std::size_t) {
        for (auto& column : columns) {
            if (column.column < row.cells.size()) {
                count(column, trimmed(row.cells[column.column]), options);
            }
        }
    });
    std::vector<AskedValue> asked;
    for (const auto& column : columns) {
        const std::vector<std::string> choices(column.field->words.begin(),
                                               column.field->words.end());
        for (const auto& [cell, rows] : column.rows) {
            asked.push_back(
                {std::string(column.field->name), table.label(column.column), cell, rows, choices});
        }
    }
    std::sort(asked.begin(), asked.end(), [](const AskedValue& one, const AskedValue& other) {
        return one.rows != other.rows ? one.rows > other.rows : one.cell < other.cell;
    });
    return asked;
}

}  // namespace exchange
