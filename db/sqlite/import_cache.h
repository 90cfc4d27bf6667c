#pragma once
// A larger page cache while much is written in one transaction: with SQLite's usual 2 MB an import
// of a million scores reads most pages again and again.

#include "db/book.h"

namespace db {

// 64 MB from here to the end of the scope; then what it was before. Make it before the transaction.
class ImportCache {
  public:
    explicit ImportCache(const Book& book);
    ~ImportCache();
    ImportCache(const ImportCache&) = delete;
    ImportCache& operator=(const ImportCache&) = delete;

  private:
    const Book& book_;
    long long before_ = 0;
};

}  // namespace db
