#pragma once
// The changes of a ledger entry as they lie in the book, read piece by piece: those of an import
// are hundreds of megabytes. For the .cpp files of this folder only.

#include <cstdint>
#include <memory>
#include <string>

#include "db/ledger/sha256.h"
#include "db/sqlite/sqlite.h"

namespace db {

class EntryChanges {
  public:
    // Of the ledger of this database of the connection, which outlives it.
    explicit EntryChanges(sqlite3* handle, std::string database = "main")
        : handle_(handle), database_(std::move(database)) {}

    // False for an entry that is not there or is blank. Reading goes on at the front.
    bool open(std::int64_t seq);
    int size() const { return sqlite3_blob_bytes(blob_.get()); }
    // Appends the next piece; false at the end. Throws SQLite::Exception.
    bool read_more(std::string& bytes);
    // Of all that is there: what was not read yet is read for it. Once, after each `open`.
    Hash hash();

  private:
    struct Close {
        void operator()(sqlite3_blob* blob) const { sqlite3_blob_close(blob); }
    };

    sqlite3* handle_;
    std::string database_;
    std::unique_ptr<sqlite3_blob, Close> blob_{};
    int at_ = 0;
    ValueHash hash_{};  // of what was read
};

}  // namespace db
