#pragma once
// The bytes of a file to be imported, within bounds that are told.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/import/import_options.h"

namespace exchange {

// What is read at all. Bytes; a line is physical, a row may have several.
struct ImportBounds {
    static constexpr std::size_t file = 256 * 1024 * 1024;
    static constexpr std::size_t line = 1024 * 1024;
    static constexpr std::size_t cell = 128 * 1024;
    static constexpr std::size_t rows = 2'000'000;
    static constexpr std::size_t columns = 4096;
};

// The bounds in words, for help.
std::string import_bounds();

// The content of a regular file. Throws schema::Error (refused) for anything else by that name,
// without waiting for it, and with its size for one beyond the bound, before it is read.
std::string bytes_of_file(const std::filesystem::path& file, const Progress& progress = {});

// What comes by a pipe or from a file, to its end. Throws schema::Error (refused) as soon as it is
// beyond the bound. `name` is for messages; how much a pipe will bring nobody knows: its progress
// stays at 0.
std::string bytes_of_stream(int descriptor, const std::string& name, const Progress& progress = {});

// Throws schema::Error (refused), with its place, for a line beyond the bound.
void refuse_long_lines(std::string_view text, const std::string& file);

}  // namespace exchange
