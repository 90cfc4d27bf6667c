#include "db/snapshot.h"

#include "db/connection.h"
#include "db/sqlite_error.h"

namespace db {

Snapshot::Snapshot(const Book& book) : book_(book) {
    translate([&] { book_.connection().run("BEGIN DEFERRED"); });
}

// Nothing was written, so there is nothing that could fail to be kept.
Snapshot::~Snapshot() {
    book_.connection().database().tryExec("ROLLBACK");
}

}  // namespace db
