#pragma once
// Cells as spreadsheets name them: B2, and A2:A5.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace exchange::workbook {

struct CellReference {
    std::size_t row = 0;     // from 1, as the margin shows it
    std::size_t column = 0;  // from 0

    // "B2" or "$B$2"; nothing for anything else.
    static std::optional<CellReference> read(std::string_view text);
    std::string text() const;
};

// "A" of 0, "AB" of 27.
std::string column_letters(std::size_t column);

struct CellArea {
    CellReference first;
    CellReference last;

    // "A2:A5".
    static std::optional<CellArea> read(std::string_view text);
    std::string text() const { return first.text() + ":" + last.text(); }
};

}  // namespace exchange::workbook
