#include "db/file/memory_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "schema/types/error.h"

namespace db {

MemoryFolder::MemoryFolder() {
    std::vector<std::filesystem::path> places;
    if (const char* own = std::getenv("XDG_RUNTIME_DIR"); own != nullptr && *own == '/') {
        places.emplace_back(own);
    }
    std::error_code none;
    places.emplace_back("/dev/shm");
    places.push_back(std::filesystem::temp_directory_path(none));
    for (const auto& place : places) {
        auto pattern = (place / "needlebook-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) {
            path_ = pattern;
            return;
        }
    }
    throw schema::unavailable(places.back().string(),
                              "a temporary folder cannot be made there",
                              "make room, or set TMPDIR");
}

MemoryFolder::~MemoryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace db
