#include "app/cli/terminal/text_table.h"

#include <algorithm>
#include <limits>

#include "app/cli/terminal/display_text.h"

namespace cli {

namespace {

constexpr int widest_on_terminal = 40;
constexpr int between_columns = 2;

}  // namespace

std::string text_table(const std::vector<std::string>& headers,
                       const std::vector<std::vector<std::string>>& rows,
                       std::optional<int> width) {
    const int widest_column = width ? widest_on_terminal : std::numeric_limits<int>::max();
    std::vector<int> widths(headers.size(), 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] =
                std::max(widths[i], std::min(widest_column, display_width(one_line(row[i]))));
        }
    }
    for (std::size_t i = 0; i < headers.size(); ++i) {
        widths[i] = widths[i] == 0 ? 0 : std::max(widths[i], display_width(headers[i]));
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (widths[i] > 0) {
                text += pad_right(cut(one_line(cells[i]), widths[i]), widths[i] + between_columns);
            }
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return (width ? cut(text, *width) : text) + "\n";
    };
    auto text = line(headers);
    for (const auto& row : rows) {
        text += line(row);
    }
    return text;
}

}  // namespace cli
