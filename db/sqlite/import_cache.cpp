#include "db/sqlite/import_cache.h"

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

ImportCache::ImportCache(const Book& book) : book_(book) {
    translate([&] {
        before_ = book_.connection().number("PRAGMA cache_size");
        book_.connection().run("PRAGMA cache_size = -65536");  // KiB
    });
}

// A cache that stays large costs memory and nothing else.
ImportCache::~ImportCache() {
    book_.connection().database().tryExec(fmt::format("PRAGMA cache_size = {}", before_));
}

}  // namespace db
