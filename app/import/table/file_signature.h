#pragma once
// Files that are no tables, known by how they begin.

#include <string>
#include <string_view>

namespace exchange {

// Throws schema::Error (refused), with what the file is and what to do with it, for a file of a
// kind that is known and not read: an old or encrypted workbook, a PDF, a picture, JSON, XML, a
// file of a statistics program.
void refuse_other_files(std::string_view bytes, const std::string& file);

}  // namespace exchange
