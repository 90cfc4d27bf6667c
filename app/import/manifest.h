#pragma once
// manifest.json of an export: which files belong to it, and what they hold.

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "schema/types/error.h"

namespace exchange {

inline constexpr auto manifest_name = "manifest.json";

enum class Reader { import, spreadsheet };  // whom an export is written for

struct Manifest {
    struct File {
        std::size_t rows = 0;  // without the header
        std::string sha256{};  // of its bytes, as hex
    };

    std::string program;  // its version
    int schema = 0;       // the version of the book's tables
    std::string content;  // the hash of the whole book, as `needlebook check` says it
    bool one_patient = false;
    Reader reader = Reader::import;
    std::map<std::string, File> files;  // by name
};

// How many rows the file has, and its hash. Throws schema::Error (refused) if it cannot be read.
Manifest::File described_file(const std::filesystem::path& file);

std::string manifest_text(const Manifest& manifest);

// Whether the folder has a manifest. Throws schema::Error (refused), with every problem, if it is
// not one, is of an export for spreadsheets, or a file is missing, changed, or not listed.
bool verify_manifest(const std::filesystem::path& folder);

}  // namespace exchange
