#pragma once
// Writes to the tables secret_…: what proves that somebody is whom they say. They are not of
// record: no entry of the ledger tells of them, and nothing of them leaves in an export; see
// db/ledger/tables.h. Moments are seconds since 1970, UTC.

#include <cstdint>
#include <functional>

#include "db/ledger/transact.h"

namespace db {

// A transaction in progress in which secrets may be written. Of a ledger entry, so that the account
// and its password come together, or of `change_secrets`.
class SecretWrite {
  public:
    explicit SecretWrite(Write& write) : book_(write.book()) {}

    Book& book() const { return book_; }
    Connection& connection() const { return book_.connection(); }

  private:
    friend void change_secrets(Book& book, const std::function<void(SecretWrite&)>& work);
    explicit SecretWrite(Book& book) : book_(book) {}

    Book& book_;
};

// Runs `work` in one transaction of secrets alone, under the writer lock; on return it survives
// kill -9 and power loss. The ledger and its head are as before. Whatever `work` throws undoes all
// of it. Throws schema::Error as `transact`, but for clocks.
void change_secrets(Book& book, const std::function<void(SecretWrite&)>& work);

}  // namespace db
