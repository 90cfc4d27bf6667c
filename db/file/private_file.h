#pragma once
// A file with what is nobody else's business: mode 0600, and never in the place of another one.

#include <filesystem>
#include <string>
#include <string_view>

namespace db {

class PrivateFile {
  public:
    // Throws schema::Error (refused) if there is a file of this name, or it cannot be made.
    explicit PrivateFile(const std::filesystem::path& file);
    ~PrivateFile();
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    void write(std::string_view text);
    // Must be called at the end; a file that was not closed is removed. Throws schema::Error
    // (full, refused) if the disk did not take all of it; so does write.
    void close();

  private:
    void flush();

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::string buffer_;
};

}  // namespace db
