#include "app/import/proposal/column_cells.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/text/date_order.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

constexpr std::size_t most_samples = 2;

bool stands_for_nothing(std::string_view cell) {
    constexpr std::array<std::string_view, 14> usual{
        "-", "--", "–", "—", ".", "NA", "N/A", "n/a", "na", "#N/A", "NULL", "NaN", "ND", "n.d."};
    return std::find(usual.begin(), usual.end(), cell) != usual.end();
}

void keep(std::vector<std::string>& texts, std::string_view cell) {
    if (std::find(texts.begin(), texts.end(), cell) == texts.end()) {
        texts.emplace_back(cell);
    }
}

bool is_exact(std::string_view cell, DateOrder order) {
    return read_in_order(cell, order).verdict == DateVerdict::exact;
}

// 14/03/1994 is read day first only; 05/05/2020 is one day whichever way.
void see_date(DateEvidence& dates, std::string_view cell, std::size_t line) {
    const auto untold = read_in_order(cell, std::nullopt);
    if (untold.verdict == DateVerdict::not_a_date) {
        return;
    }
    if (untold.verdict == DateVerdict::ambiguous) {
        ++dates.either;
        return;
    }
    const bool day_first = is_exact(cell, DateOrder::dmy);
    const bool month_first = is_exact(cell, DateOrder::mdy);
    if (day_first == month_first) {
        ++dates.others;
        return;
    }
    ++(day_first ? dates.day_first : dates.month_first);
    if (dates.proof.empty()) {
        dates.proof = cell;
        dates.proof_line = line;
    }
}

void see(ColumnCells& column, std::string_view cell, std::size_t line) {
    if (cell.empty()) {
        return;
    }
    if (stands_for_nothing(cell)) {
        keep(column.missing, cell);
        return;
    }
    if (column.samples.size() < most_samples) {
        keep(column.samples, cell);
    }
    if (is_digit(cell.front())) {
        see_date(column.dates, cell, line);
    }
}

}  // namespace

std::vector<ColumnCells> look_at_cells(const Table& table, const Progress& progress) {
    constexpr std::size_t rows_between = 4096;
    std::vector<ColumnCells> columns(table.header().size());
    table.for_each_row([&](const CsvRow& row, std::size_t number, std::size_t position) {
        if (progress && number % rows_between == 0) {
            progress(static_cast<double>(position) / static_cast<double>(table.size()));
        }
        const auto count = std::min(row.cells.size(), columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            see(columns[i], trimmed(row.cells[i]), row.line);
        }
    });
    return columns;
}

std::optional<std::string> date_order(const std::vector<const DateEvidence*>& columns) {
    DateEvidence all;
    for (const auto* column : columns) {
        all.day_first += column->day_first;
        all.month_first += column->month_first;
        all.either += column->either;
    }
    const bool one_order = (all.day_first > 0) != (all.month_first > 0);
    return all.either > 0 && one_order
               ? std::optional<std::string>(all.day_first > 0 ? "dmy" : "mdy")
               : std::nullopt;
}

}  // namespace exchange
