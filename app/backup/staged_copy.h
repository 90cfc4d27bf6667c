#pragma once
// A verified copy of the book on the book's own disk, from which all folders are served.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/backup/sealed_file.h"
#include "db/file/head.h"
#include "db/file/staged_path.h"
#include "db/ledger/verify.h"

namespace backup {

// In NAME.staged; gone with this object, and what a kill left goes with the next one.
class StagedCopy {
  public:
    // Writers are not blocked. Throws schema::Error: damaged if the book is not whole; refused
    // while another process makes one; full, unavailable.
    explicit StagedCopy(const std::filesystem::path& book);

    const db::Head& end() const { return end_; }
    const db::Content& content() const { return content_; }
    const std::string& identity() const { return identity_; }  // see identity_of_book

    const std::filesystem::path& file() const { return copy_; }

    // The files of the copy that are there. The photographs are not: each folder gets those that it
    // has not yet.
    std::vector<Part> parts() const;
    std::uint64_t size() const;  // bytes of all of them

  private:
    db::StagedPath place_;
    std::filesystem::path copy_;
    db::Head end_;
    db::Content content_;
    std::string identity_;
};

}  // namespace backup
