#pragma once
// Workbooks as LibreOffice writes them (OpenDocument), .ods.

#include <string>
#include <string_view>
#include <vector>

#include "app/import/workbook/archive.h"
#include "app/import/workbook/xlsx.h"

namespace exchange::workbook {

// Whether the parts are those of such a workbook. Throws schema::Error (refused) for one with a
// password.
bool is_ods(const Archive& archive);

// The sheet of this number, from 0, and the names of all of them. Throws schema::Error (refused)
// for a damaged workbook and for a sheet that is too large.
struct OdsBook {
    std::vector<SheetName> sheets;
    std::vector<bool> have_content;
};
OdsBook read_ods_book(const Archive& archive);
Sheet read_ods_sheet(const Archive& archive, const std::string& name);

// The same of the content's XML; `where` is for messages.
Sheet read_ods_sheet(std::string_view xml, const std::string& where, const std::string& name);

}  // namespace exchange::workbook
