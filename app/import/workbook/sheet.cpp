#include "app/import/workbook/sheet.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/import_bytes.h"
#include "app/text/csv.h"
#include "app/text/utf8.h"

namespace exchange::workbook {

namespace {

constexpr std::size_t most_rows = 1'048'576;  // of a sheet, in every program
constexpr std::size_t most_merged = 65'536;
constexpr std::size_t most_named = 20;

schema::Error oversized(const std::string& where,
                        const std::string& what,
                        std::string_view code,
                        std::size_t most) {
    return schema::refused(where, what, "split the sheet and import the pieces one by one")
        .as(code, {{"most", static_cast<int>(most)}});
}

void append_row(std::string& text, std::span<const std::string> cells, const std::string& where) {
    std::size_t size = 0;
    for (const auto& cell : cells) {
        size += cell.size() + 1;
    }
    if (text.size() + size > ImportBounds::file) {
        constexpr auto most = ImportBounds::file >> 20U;
        throw oversized(
            where, fmt::format("holds more than {} MB of text", most), "sheet_text", most);
    }
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    text += csv_line(views);
}

// Numbers that follow each other are one.
std::vector<std::pair<std::size_t, std::size_t>> ranges_of(
    const std::vector<std::size_t>& numbers) {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    for (const auto number : numbers) {
        if (!ranges.empty() && ranges.back().second + 1 == number) {
            ranges.back().second = number;
        } else {
            ranges.emplace_back(number, number);
        }
    }
    return ranges;
}

// "4, 7 to 9 and 3 more".
std::string ranges_text(const std::vector<std::size_t>& numbers) {
    std::vector<std::string> ranges;
    std::size_t told = 0;
    for (const auto& [first, last] : ranges_of(numbers)) {
        if (ranges.size() == most_named) {
            return fmt::format("{} and {} more", fmt::join(ranges, ", "), numbers.size() - told);
        }
        ranges.push_back(last == first ? fmt::format("{}", first)
                                       : fmt::format("{} to {}", first, last));
        told += last - first + 1;
    }
    return fmt::format("{}", fmt::join(ranges, ", "));
}

// The same for a page: "4", "7–9", "…".
schema::Value::List ranges_told(const std::vector<std::size_t>& numbers) {
    schema::Value::List list;
    for (const auto& [first, last] : ranges_of(numbers)) {
        if (list.size() == most_named) {
            list.emplace_back("…");
            break;
        }
        list.emplace_back(last == first ? std::to_string(first)
                                        : fmt::format("{}–{}", first, last));
    }
    return list;
}

schema::Value::List list_of(const std::vector<std::string>& texts, bool is_cut) {
    schema::Value::List list(texts.begin(), texts.end());
    if (is_cut) {
        list.emplace_back("…");
    }
    return list;
}

}  // namespace

void SheetRows::begin_row(std::size_t number, bool is_hidden) {
    if (number <= number_ || number > most_rows) {
        throw schema::refused(where_,
                              fmt::format("is damaged: row {} comes after row {}", number, number_),
                              "open it in the spreadsheet program and save the sheet anew")
            .as("workbook_damaged");
    }
    number_ = number;
    is_hidden_ = is_hidden;
    has_text_ = false;
    used_ = 0;
}

void SheetRows::refuse_column(std::size_t column) const {
    if (column >= ImportBounds::columns) {
        throw oversized(where_,
                        fmt::format("has more than {} columns", ImportBounds::columns),
                        "table_columns",
                        ImportBounds::columns);
    }
}

void SheetRows::add_cell(std::size_t column, std::string_view text) {
    if (text.empty()) {
        return;
    }
    refuse_column(column);
    if (column >= cells_.size()) {
        cells_.resize(column + 1);
    }
    for (; used_ <= column; ++used_) {
        cells_[used_].clear();
    }
    cells_[column] = text;
    has_text_ = has_text_ || !trimmed(text).empty();
}

void SheetRows::add_cell_without_value(std::size_t column) {
    refuse_column(column);
    sheet_.without_value.push_back({number_, column});
    has_text_ = true;
}

void SheetRows::end_row() {
    if (!has_text_) {
        return;
    }
    // A row of nothing but formulas without a value has one empty cell, so that it is a row.
    if (used_ == 0) {
        cells_.resize(std::max<std::size_t>(cells_.size(), 1));
        cells_[0].clear();
        used_ = 1;
    }
    append_row(sheet_.text, std::span(cells_).first(used_), where_);
    sheet_.numbers.push_back(number_);
    sheet_.width = std::max(sheet_.width, used_);
    if (is_hidden_) {
        sheet_.hidden_rows.push_back(number_);
    }
}

void SheetRows::merge(const CellArea& area) {
    if (area.last.row == area.first.row) {
        return;
    }
    if (sheet_.merged_down.size() == most_merged) {
        throw oversized(where_,
                        fmt::format("has more than {} merged areas", most_merged),
                        "sheet_merged",
                        most_merged);
    }
    refuse_column(area.first.column);
    sheet_.merged_down.push_back(area);
}

void SheetRows::hide_columns(std::size_t first, std::size_t last) {
    if (sheet_.hidden_columns.size() < ImportBounds::columns) {
        sheet_.hidden_columns.emplace_back(first, last);
    }
}

Sheet SheetRows::finish() {
    std::erase_if(sheet_.merged_down, [&](const CellArea& area) {
        const auto& numbers = sheet_.numbers;
        const auto below = std::upper_bound(numbers.begin(), numbers.end(), area.first.row);
        return below == numbers.end() || *below > area.last.row ||
               !std::binary_search(numbers.begin(), numbers.end(), area.first.row);
    });
    if (!sheet_.merged_down.empty()) {
        fill_merged();
    }
    return std::move(sheet_);
}

// The text is written once more, row by row.
void SheetRows::fill_merged() {
    auto& areas = sheet_.merged_down;
    std::sort(areas.begin(), areas.end(), [](const CellArea& one, const CellArea& other) {
        return one.first.row < other.first.row;
    });
    struct Filling {
        std::size_t column, last_row;
        std::string text;
    };
    std::vector<Filling> open;
    std::string text;
    auto next = areas.begin();
    CsvReader reader(sheet_.text, where_);
    for (const auto number : sheet_.numbers) {
        const auto* const row = reader.next();
        std::vector<std::string> cells(row->cells.begin(), row->cells.end());
        std::erase_if(open, [&](const Filling& each) { return each.last_row < number; });
        for (const auto& each : open) {
            cells.resize(std::max(cells.size(), each.column + 1));
            if (cells[each.column].empty()) {
                cells[each.column] = each.text;
            }
        }
        for (; next != areas.end() && next->first.row <= number; ++next) {
            const auto column = next->first.column;
            std::erase_if(open, [&](const Filling& each) { return each.column == column; });
            if (next->first.row == number && column < cells.size() && !cells[column].empty()) {
                open.push_back({column, next->last.row, cells[column]});
            }
        }
        append_row(text, cells, where_);
        sheet_.width = std::max(sheet_.width, cells.size());
    }
    sheet_.text = std::move(text);
}

std::vector<schema::Problem> sheet_warnings(const Sheet& sheet, const std::string& where) {
    std::vector<schema::Problem> warnings;
    const auto& hidden = sheet.hidden_rows;
    if (!hidden.empty()) {
        warnings.push_back(
            schema::Problem{where,
                            fmt::format("row{} {} {} hidden, and read like the others",
                                        hidden.size() == 1 ? "" : "s",
                                        ranges_text(hidden),
                                        hidden.size() == 1 ? "is" : "are"),
                            "if they are not to be imported, take them out"}
                .as("hidden_rows", {{"rows", ranges_told(hidden)}}));
    }
    std::vector<std::string> columns;
    for (const auto& [first, last] : sheet.hidden_columns) {
        for (auto i = first; i <= last && i < sheet.width && columns.size() <= most_named; ++i) {
            columns.push_back(column_letters(i));
        }
    }
    if (!columns.empty()) {
        warnings.push_back(
            schema::Problem{where,
                            fmt::format("column{} {} {} hidden, and read like the others",
                                        columns.size() == 1 ? "" : "s",
                                        fmt::join(columns, ", "),
                                        columns.size() == 1 ? "is" : "are"),
                            "if they are not to be imported, take them out"}
                .as("hidden_columns", {{"columns", list_of(columns, false)}}));
    }
    if (!sheet.merged_down.empty()) {
        std::vector<std::string> areas;
        const auto& all = sheet.merged_down;
        for (std::size_t i = 0; i < std::min(all.size(), most_named); ++i) {
            areas.push_back(all[i].text());
        }
        warnings.push_back(
            schema::Problem{where,
                            fmt::format("cells are merged: {}{}; the first one stands for each row",
                                        fmt::join(areas, ", "),
                                        all.size() > most_named
                                            ? fmt::format(" and {} more", all.size() - most_named)
                                            : ""),
                            "if it is not so, split them and save again"}
                .as("merged_cells", {{"areas", list_of(areas, all.size() > most_named)}}));
    }
    return warnings;
}

}  // namespace exchange::workbook
