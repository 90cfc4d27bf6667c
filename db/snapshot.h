#pragma once
// One moment of the book for several readings, whoever writes meanwhile. Writers are not blocked.

#include "db/book.h"

namespace db {

// What is read in its scope is the book as it was at the first reading; within a transaction, or
// another snapshot, as that one sees it.
class Snapshot {
  public:
    explicit Snapshot(const Book& book);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    const Book& book_;
    bool begins_;
};

}  // namespace db
