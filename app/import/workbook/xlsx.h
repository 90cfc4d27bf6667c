#pragma once
// Workbooks as Excel writes them (Office Open XML), .xlsx and .xlsm.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/workbook/archive.h"
#include "app/import/workbook/number_text.h"
#include "app/import/workbook/sheet.h"

namespace exchange::workbook {

struct SheetName {
    std::string name;
    bool is_hidden = false;
    std::string part{};  // that holds it
};

// What the cells of every sheet rest on.
struct XlsxBook {
    std::vector<SheetName> sheets;
    DateSystem dates = DateSystem::from_1900;
    // The program that wrote it left the results of formulas to whoever opens it.
    bool is_to_be_computed = false;
    bool has_macros = false;
    std::vector<std::string> shared_texts;
    std::vector<NumberFormat> formats;  // of cells, by the number of their style
};

// Whether the parts are those of such a workbook.
bool is_xlsx(const Archive& archive);

// All but the sheets. Throws schema::Error (refused) for what is damaged.
XlsxBook read_xlsx_book(const Archive& archive);

// How much of a sheet is wanted.
enum class Extent { all, first_content };

// Throws schema::Error (refused) for a damaged sheet and for one that is too large.
Sheet read_xlsx_sheet(const Archive& archive,
                      const XlsxBook& book,
                      const SheetName& sheet,
                      Extent extent);

// The same from the sheet's XML; `where` is for messages.
Sheet read_xlsx_sheet(std::string_view xml,
                      const XlsxBook& book,
                      const std::string& where,
                      Extent extent);

}  // namespace exchange::workbook
