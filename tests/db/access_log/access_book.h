#pragma once
// A book with a log of who read what, for tests of that log.

#include <string>
#include <utility>
#include <vector>

#include "db/access_log/access_file.h"
#include "db/access_log/access_log.h"
#include "db/access_log/read_access.h"
#include "db/secrets/access_head.h"
#include "tests/db/clinic_book.h"

namespace db {

class AccessBook : public ClinicBook {
  protected:
    AccessBook() : book_(Book::create(file_)) { add(book_, "C-001"); }

    static AccessEntry reading(std::int64_t patient, const std::string& minute = "09:31") {
        return {.at = "2026-06-15T" + minute + "Z",
                .account = schema::Id<schema::Account>(1),
                .person = "huda",
                .device = schema::Id<schema::SignInDevice>(1),
                .patient = schema::Id<schema::Patient>(patient),
                .chart = "C-00" + std::to_string(patient),
                .act = AccessAct::progress};
    }
    // Entries 1 to `count`, and the book keeps the end.
    AccessEnd log_readings(int count) {
        AccessLog log(book_);
        std::vector<AccessEntry> entries;
        for (int i = 0; i < count; ++i) {
            entries.push_back(reading(i + 1, "10:" + std::to_string(10 + i)));
        }
        log.append(entries);
        return log.end();
    }
    void keep(const AccessEnd& end) {
        change_secrets(book_, [&](SecretWrite& write) { keep_access_head(write, end); });
    }
    std::string problems() const { return said(access_problems(book_)); }
    std::filesystem::path log() const { return access_path(file_); }
    // Somebody who goes around the program, and takes the triggers out for it.
    void tamper(const std::string& sql) const {
        const std::string triggers =
            "SELECT 1; PRAGMA writable_schema = ON; CREATE TEMP TABLE t AS SELECT * FROM "
            "sqlite_schema WHERE type = 'trigger'; DELETE FROM sqlite_schema WHERE type = "
            "'trigger'; PRAGMA writable_schema = RESET; ";
        const std::string back =
            "; PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM t;";
        EXPECT_TRUE(support::sqlite_shell(log(), triggers + sql + back)) << sql;
    }
    std::vector<AccessEntry> all() const { return access_entries(book_, {.most = 1000}); }

    Book book_;
};

}  // namespace db
