#pragma once
// A file or folder that appears under its name only when it is whole. It is made beside that, as
// NAME.unfinished: what a kill leaves is called so, is never read as data, and the next one of the
// name removes it.

#include <filesystem>

#include "db/file/file.h"

namespace db {

class StagedPath {
  public:
    static constexpr const char* ending = ".unfinished";

    enum class As { file, folder };  // of mode 0600, 0700

    // Makes NAME.unfinished, empty. Throws schema::Error: refused if another process is making it,
    // full or unavailable if it cannot be made.
    StagedPath(std::filesystem::path name, As as);
    ~StagedPath();  // removes what did not get its name
    StagedPath(const StagedPath&) = delete;
    StagedPath& operator=(const StagedPath&) = delete;

    const std::filesystem::path& path() const { return staged_; }
    int descriptor() const { return descriptor_; }  // of a file: to write; closed with this

    // Brings it to the disk and gives it its name, in the place of a file or an empty folder that
    // has it. Throws schema::Error (full, unavailable).
    void put_in_place();

  private:
    void remove_leftover() const;

    std::filesystem::path name_;
    std::filesystem::path staged_;
    As as_;
    int descriptor_ = -1;
    bool is_placed_ = false;
};

}  // namespace db
