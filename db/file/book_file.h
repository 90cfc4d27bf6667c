#pragma once
// The one file that a book is, whatever it is called: found by its resolved path, known by device
// and inode. Everyone who has it open says so on the file itself, so that nobody replaces it under
// them by another name, and after its lock file was removed.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "db/file/book_names.h"
#include "db/file/file.h"
#include "schema/types/error.h"

namespace db {

class BookFile {
  public:
    // Finds the file; links are followed. Throws schema::Error: damaged if there is none or
    // it is no regular file, full or unavailable if it cannot be opened.
    explicit BookFile(const std::filesystem::path& file);
    ~BookFile();
    BookFile(const BookFile&) = delete;
    BookFile& operator=(const BookFile&) = delete;

    const std::filesystem::path& path() const { return names_.file; }
    const BookNames& names() const { return names_; }

    // At most `size` of its first bytes, read without SQLite, so that a file that is not a book
    // stays untouched.
    std::string first_bytes(std::size_t size) const;
    // Not on a read-only medium, and not somebody else's.
    bool is_writable() const { return writable_; }

    // Says that it is open; false while somebody replaces it. Ends with this object.
    bool try_open();
    // Asks to replace it; false while it is open anywhere, in this process too. Ends with this
    // object.
    bool try_replace();

    // Why nothing may be acknowledged into it: it is not under its name any more, or has another
    // name beside it. Nothing if all is well.
    std::optional<schema::Problem> moved() const;
    std::optional<schema::Problem> second_name() const;

  private:
    void end() noexcept;

    enum class Use { none, open, replace };

    BookNames names_;
    FileIdentity identity_;
    bool writable_ = false;
    Use use_ = Use::none;
};

}  // namespace db
