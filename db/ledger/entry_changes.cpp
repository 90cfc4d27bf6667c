#include "db/ledger/entry_changes.h"

#include <algorithm>

namespace db {

namespace {

constexpr int piece = 1 << 16;

}  // namespace

bool EntryChanges::open(std::int64_t seq) {
    at_ = 0;
    hash_ = {};
    if (blob_ != nullptr && sqlite3_blob_reopen(blob_.get(), seq) == SQLITE_OK) {
        return true;
    }
    blob_.reset();
    sqlite3_blob* opened = nullptr;
    const int code =
        sqlite3_blob_open(handle_, database_.c_str(), "ledger", "changes", seq, 0, &opened);
    blob_.reset(opened);
    if (code == SQLITE_OK || code == SQLITE_ERROR) {  // no such row, or nothing in it
        return code == SQLITE_OK;
    }
    throw SQLite::Exception(handle_, code);
}

bool EntryChanges::read_more(std::string& bytes) {
    const int size = std::min(piece, sqlite3_blob_bytes(blob_.get()) - at_);
    if (size <= 0) {
        return false;
    }
    const auto before = bytes.size();
    bytes.resize(before + static_cast<std::size_t>(size));
    if (const int code = sqlite3_blob_read(blob_.get(), bytes.data() + before, size, at_);
        code != SQLITE_OK) {
        throw SQLite::Exception(handle_, code);
    }
    at_ += size;
    hash_.raw(std::string_view(bytes).substr(before));
    return true;
}

Hash EntryChanges::hash() {
    for (std::string bytes; read_more(bytes);) {
        bytes.clear();
    }
    return hash_.finish();
}

}  // namespace db
