#include "app/import/column_decimals.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/text/number_shape.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

Decimal told_decimal(const std::string& told) {
    const auto decimal = read_decimal(told);
    if (!decimal) {
        throw schema::misused("--decimal",
                              fmt::format("{} is not a decimal sign", excerpt(told)),
                              "give --decimal , or --decimal .");
    }
    return *decimal;
}

// The cells of every column of numbers, seen once.
std::vector<std::pair<PlannedColumn*, DecimalEvidence>> evidence_of(Plan& plan,
                                                                    const Table& table) {
    std::vector<std::pair<PlannedColumn*, DecimalEvidence>> numbers;
    for (auto& planned : plan.columns) {
        if (planned.spec.form == CellForm::number && planned.column) {
            numbers.emplace_back(&planned, DecimalEvidence());
        }
    }
    table.for_each_row([&](const CsvRow& row, std::size_t, std::size_t) {
        for (auto& [planned, evidence] : numbers) {
            if (*planned->column < row.cells.size()) {
                evidence.see(without_unit(row.cells[*planned->column], planned->spec.unit));
            }
        }
    });
    return numbers;
}

}  // namespace

void find_decimals(Plan& plan, const Table& table, const std::optional<std::string>& told) {
    if (told) {
        const auto decimal = told_decimal(*told);
        for (auto& planned : plan.columns) {
            planned.decimal = decimal;
        }
        return;
    }
    std::vector<schema::Problem> problems;
    for (const auto& [planned, evidence] : evidence_of(plan, table)) {
        if (const auto verdict = evidence.verdict()) {
            planned->decimal = *verdict;
        } else {
            problems.push_back(
                evidence.problem(fmt::format("{}: {}", table.file(), planned->label)));
        }
    }
    schema::refuse_any(std::move(problems));
}

}  // namespace exchange
