#include "db/snapshot.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

Snapshot::Snapshot(const Book& book)
    : book_(book), begins_(sqlite3_get_autocommit(book.connection().handle()) != 0) {
    if (begins_) {
        translate([&] { book_.connection().run("BEGIN DEFERRED"); });
    }
}

// Nothing was written, so there is nothing that could fail to be kept.
Snapshot::~Snapshot() {
    if (begins_) {
        book_.connection().database().tryExec("ROLLBACK");
    }
}

}  // namespace db
