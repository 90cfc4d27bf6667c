#pragma once
// A folder for what exists only while a command works, and is nobody else's business.

#include <filesystem>

namespace db {

// Of mode 0700, and gone with all in it when this ends. In memory ($XDG_RUNTIME_DIR, /dev/shm)
// where the system has such a place, else in $TMPDIR or /tmp.
class MemoryFolder {
  public:
    // Throws schema::Error (full, unavailable).
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace db
