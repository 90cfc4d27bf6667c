#include "app/import/proposal/column_cells.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/import/proposal/header_offsets.h"
#include "app/text/date_order.h"
#include "app/text/number.h"
#include "app/text/utf8.h"
#include "schema/types/numerals.h"

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

// The offset of each cell that differs; none as soon as one cell names none.
class OffsetsOfColumn {
  public:
    void see(std::string_view cell) {
        const auto is_cell = [&](const auto& each) { return each.first == cell; };
        if (!all_name_one_ || std::any_of(offsets_.begin(), offsets_.end(), is_cell)) {
            return;
        }
        auto offset = cell.size() > longest ? "" : offset_named(cell);
        all_name_one_ = !offset.empty() && offsets_.size() < most;
        offsets_.emplace_back(cell, std::move(offset));
    }
    std::vector<std::pair<std::string, std::string>> all() && {
        return all_name_one_ ? std::move(offsets_)
                             : std::vector<std::pair<std::string, std::string>>();
    }

  private:
    static constexpr std::size_t longest = 40;
    static constexpr std::size_t most = 60;

    std::vector<std::pair<std::string, std::string>> offsets_;
    bool all_name_one_ = true;
};

// After the 12th, so that its day is no month.
bool is_late(const DateReading& date) {
    return date.text.size() >= 10 && date.text.substr(8, 2) > "12";
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
        dates.others_late += is_late(untold) ? 1 : 0;
        return;
    }
    auto& first_line = day_first ? dates.day_first_line : dates.month_first_line;
    first_line = first_line == 0 ? line : first_line;
    ++(day_first ? dates.day_first : dates.month_first);
}

void see(ColumnCells& column, OffsetsOfColumn& offsets, std::string_view cell, std::size_t line) {
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
    offsets.see(cell);
    if (is_digit(cell.front())) {
        see_date(column.dates, cell, line);
    } else if (!schema::is_plain(cell)) {
        const auto plain = schema::plain_numerals(cell);
        const auto digits = trimmed(plain);
        if (!digits.empty() && is_digit(digits.front())) {
            see_date(column.dates, digits, line);
        }
    }
}

}  // namespace

std::vector<ColumnCells> look_at_cells(const Table& table, const Progress& progress) {
    constexpr std::size_t rows_between = 4096;
    std::vector<ColumnCells> columns(table.header().size());
    std::vector<OffsetsOfColumn> offsets(columns.size());
    table.for_each_row([&](const CsvRow& row, std::size_t number, std::size_t position) {
        if (progress && number % rows_between == 0) {
            progress(static_cast<double>(position) / static_cast<double>(table.size()));
        }
        const auto count = std::min(row.cells.size(), columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            see(columns[i], offsets[i], trimmed(row.cells[i]), row.line);
        }
    });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].offsets = std::move(offsets[i]).all();
    }
    return columns;
}

bool ColumnCells::are_names() const {
    return !samples.empty() && std::all_of(samples.begin(), samples.end(), [](const auto& cell) {
        const auto plain = schema::plain_numerals(cell);
        return plain.find(' ') != std::string::npos &&
               std::none_of(plain.begin(), plain.end(), &is_digit);
    });
}

bool ColumnCells::is_number() const {
    return !samples.empty() && std::all_of(samples.begin(), samples.end(), [](const auto& cell) {
        return read_number(cell, Decimal::point) || read_number(cell, Decimal::comma);
    });
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
