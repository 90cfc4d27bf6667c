#pragma once
// A statement of SQLite's C API, for loops over millions of rows. For db only.

#include <memory>
#include <string>

#include "db/sqlite/sqlite.h"

namespace db {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using RawStatement = std::unique_ptr<sqlite3_stmt, Finalize>;

// Throws SQLite::Exception.
inline RawStatement prepared(sqlite3* handle, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle,
                                        sql.c_str(),
                                        static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &statement,
                                        nullptr);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(handle, code);
    }
    return RawStatement(statement);
}

// Whether there is a row. Throws SQLite::Exception.
inline bool step(sqlite3_stmt* statement) {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        throw SQLite::Exception(sqlite3_db_handle(statement), code);
    }
    return code == SQLITE_ROW;
}

}  // namespace db
