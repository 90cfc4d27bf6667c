#include "db/secrets/secret_write.h"

#include "db/file/file_lock.h"
#include "db/file/head.h"
#include "db/ledger/ledger.h"
#include "db/schema_check.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

// Commits of a connection are synced (synchronous = EXTRA) wherever `transact` does not do it
// itself.
void change_secrets(Book& book, const std::function<void(SecretWrite&)>& work) {
    translate([&] {
        auto& connection = book.connection();
        const WriterLock writing(book.lock(), "sign-in");
        book.refuse_moved();
        SQLite::Transaction transaction(connection.database(),
                                        SQLite::TransactionBehavior::IMMEDIATE);
        refuse_lost_or_altered(book, read_head(book.names()));
        refuse_foreign_schema(book);
        SecretWrite write(book);
        work(write);
        transaction.commit();
        book.refuse_moved();
        connection.checkpoint_if_long();
    });
}

}  // namespace db
