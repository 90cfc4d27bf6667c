#pragma once
// A workbook: one of its sheets as rows.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/workbook/archive.h"
#include "app/import/workbook/sheet.h"

namespace exchange::workbook {

// Whether the bytes are those of a zip file, as every workbook of today is.
bool is_zip(std::string_view bytes);

struct WorkbookSheet {
    std::string format;  // "xlsx" or "ods"
    std::string name;
    std::vector<std::string> names;  // of the sheets that are shown
    Sheet sheet;
    std::vector<schema::Problem> warnings;
};

// The sheet of this name; without one the first that is shown and holds anything.
// Throws schema::Error (refused) for a zip file that is no .xlsx, .xlsm or .ods, by its name where
// it is known; for a damaged or monstrous one; and for a sheet that is not there, or no sheet with
// content at all.
WorkbookSheet read_workbook(std::string_view bytes,
                            const std::string& file,
                            const std::optional<std::string>& sheet,
                            const Archive::Progress& progress = {});

}  // namespace exchange::workbook
