#pragma once
// Files that are no tables, known by how they begin.

#include <optional>
#include <string>
#include <string_view>

#include "schema/types/error.h"

namespace exchange {

// Throws schema::Error (refused), with what the file is and what to do with it, for a file of a
// kind that is known and not read: an old or encrypted workbook, a PDF, a picture, JSON, XML, a
// file of a statistics program.
void refuse_other_files(std::string_view bytes, const std::string& file);

// What a file was read as.
enum class FileHolds { workbook, rows, objects };

// A warning where the ending of the file's name is one of another kind: .csv of a workbook. Nothing
// of a name without an ending, or with one that tells nothing.
std::optional<schema::Problem> name_differs(const std::string& file, FileHolds holds);

}  // namespace exchange
