#pragma once
// FILE.rejected.csv: the rows that --keep-good left out, as they were, each with its reason.

#include <filesystem>
#include <string>
#include <vector>

#include "app/import/import_rows.h"

namespace exchange {

std::filesystem::path rejected_path(const Table& table);

// Header and cells as in the table, and a last column `reason`.
std::string rejected_text(const Table& table, const std::vector<RejectedRow>& rows);

// Writes the same to the file (mode 0600).
// Throws schema::Error (refused) if there is such a file already.
void write_rejected(const Table& table, const std::vector<RejectedRow>& rows);

}  // namespace exchange
