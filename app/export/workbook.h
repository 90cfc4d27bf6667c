#pragma once
// A list as a workbook (Office Open XML, .xlsx) by libxlsxwriter: dates are dates, numbers are
// numbers, everything else is text and never a formula; a unit stands in its column's head, which
// stays in sight.

#include <filesystem>
#include <string>

#include "app/export/listing.h"

namespace exchange {

// Writes the file, of mode 0600, whole or not at all. `sheet` is its only sheet's name. Throws
// schema::Error: refused if there is a file of this name, or where the list is longer than a sheet;
// full, unavailable.
void write_workbook(const Listing& listing,
                    const std::string& sheet,
                    const std::filesystem::path& file);

}  // namespace exchange
