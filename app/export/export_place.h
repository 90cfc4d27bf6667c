#pragma once
// Where a folder of an export will be.

#include <filesystem>

namespace exchange {

// The folder's own name, links followed. Throws schema::Error (refused) if it is taken. An empty
// folder will be replaced, and nobody shall be left standing in one that is gone.
std::filesystem::path export_place(const std::filesystem::path& directory);

}  // namespace exchange
