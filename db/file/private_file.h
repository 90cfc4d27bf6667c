#pragma once
// A file with what is nobody else's business: mode 0600, under its name only when it is whole.

#include <filesystem>
#include <string>
#include <string_view>

#include "db/file/staged_path.h"

namespace db {

class PrivateFile {
  public:
    enum class Over { nothing, itself };  // may a file of this name be replaced?

    // Throws schema::Error: refused if there is a file of this name that may not be replaced, or
    // another process is making it; full or unavailable if it cannot be made.
    explicit PrivateFile(const std::filesystem::path& file, Over over = Over::nothing);
    ~PrivateFile();  // nothing of it stays in memory
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    // Throws schema::Error (full, unavailable) if the disk did not take all of it; so does close.
    void write(std::string_view text);
    // Must be called at the end: gives the file its name.
    void close();

  private:
    void flush();

    std::filesystem::path file_;
    Over over_;
    StagedPath staged_;
    std::string buffer_;
};

}  // namespace db
