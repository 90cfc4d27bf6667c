#pragma once
// The kinds of files that are imported and exported.

#include <string_view>
#include <vector>

#include "app/exchange/import_plan.h"
#include "app/exchange/import_run.h"

namespace exchange {

struct FileKind {
    std::string_view name;  // "sessions", as --as names it and an exported file is called
    std::string_view noun;  // "session", understood as well
    // Reads all rows and settles; nothing is written.
    Store (*read)(ImportRun& run, const Table& table);
    Vocabulary (*vocabulary)(const std::vector<schema::Instrument>& scales);
};

// In the order in which they can be imported: what a row refers to comes before it.
const std::vector<FileKind>& file_kinds();

// The same without scores.
std::vector<FileKind> record_file_kinds();

}  // namespace exchange
