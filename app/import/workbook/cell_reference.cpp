#include "app/import/workbook/cell_reference.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/text/utf8.h"

namespace exchange::workbook {

namespace {

constexpr std::size_t letters = 26;

}  // namespace

std::optional<CellReference> CellReference::read(std::string_view text) {
    constexpr std::size_t most = 100'000'000;
    std::size_t at = text.starts_with('$') ? 1 : 0;
    std::size_t column = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && column < most; ++at) {
        column = column * letters + static_cast<std::size_t>(text[at] - 'A') + 1;
    }
    at += at < text.size() && text[at] == '$' ? 1 : 0;
    std::size_t row = 0;
    for (; at < text.size() && is_digit(text[at]) && row < most; ++at) {
        row = row * 10 + static_cast<std::size_t>(text[at] - '0');
    }
    if (at != text.size() || column == 0 || row == 0) {
        return std::nullopt;
    }
    return CellReference{row, column - 1};
}

std::string CellReference::text() const {
    return fmt::format("{}{}", column_letters(column), row);
}

std::string column_letters(std::size_t column) {
    std::string text;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters) {
        text += static_cast<char>('A' + (rest - 1) % letters);
    }
    std::reverse(text.begin(), text.end());
    return text;
}

std::optional<CellArea> CellArea::read(std::string_view text) {
    const auto colon = text.find(':');
    const auto first = CellReference::read(text.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : CellReference::read(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) {
        return std::nullopt;
    }
    return CellArea{*first, *last};
}

}  // namespace exchange::workbook
