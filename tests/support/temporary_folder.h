#pragma once
// A folder for one test, gone at its end. The clinic's keys of its books lie beside it: in no
// folder of a book, and not where the keys of whoever runs the test are.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace support {

class TemporaryFolder {
  public:
    explicit TemporaryFolder(
        const std::filesystem::path& where = std::filesystem::temp_directory_path()) {
        auto pattern = (where / "needlebook-test-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
        ::setenv("NEEDLEBOOK_KEYS", keys().c_str(), 1);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
        std::filesystem::remove_all(keys(), ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path keys() const { return path_.string() + "-keys"; }
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

}  // namespace support
