#include "db/ledger/verify.h"

#include <algorithm>

#include <fmt/format.h>

#include "db/ledger/ledger.h"
#include "db/ledger/quick_problems.h"
#include "db/ledger/tables.h"
#include "db/schema_check.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Problem;

const std::string restore_it = "restore a backup, or correct the record and say why";

void integrity(Connection& connection, std::vector<Problem>& problems) {
    Query rows(connection, "PRAGMA integrity_check(20)");
    while (rows.step()) {
        if (const auto message = rows.get<std::string>(); message != "ok") {
            problems.push_back(
                {"book", fmt::format("SQLite's integrity check: {}", message), restore_it});
        }
    }
}

void foreign_keys(Connection& connection, std::vector<Problem>& problems) {
    Query rows(
        connection,
        R"(SELECT "table", coalesce(rowid, 0), parent FROM pragma_foreign_key_check LIMIT 20)");
    while (rows.step()) {
        const auto table = rows.get<std::string>();
        const auto row = rows.get<std::int64_t>();
        problems.push_back(
            {fmt::format("{} {}", table, row),
             fmt::format("refers to a {} that is not there", rows.get<std::string>()),
             restore_it});
    }
}

void chain(const Book& book, std::vector<Problem>& problems) {
    Head before;
    const auto report = [&](const LedgerEntry& entry, std::string_view what) {
        problems.push_back(
            {fmt::format("ledger entry {}", entry.seq), std::string(what), restore_it});
    };
    for_each_entry(book, {.with_changes = true}, [&](const LedgerEntry& entry) {
        if (entry.seq != before.seq + 1) {
            report(entry, fmt::format("follows entry {}: entries between are missing", before.seq));
        } else if (entry.previous != before.hash) {
            report(entry, "does not continue the chain: it or the entry before was altered");
        }
        if (entry_hash(entry) != entry.hash) {
            report(entry, "was altered: its hash does not match");
        }
        if (!entry.request_hash && ends_in_hash(entry.submission_key.value_or(""))) {
            report(entry, "was altered: its key holds the hash of its request");
        }
        if (!changes_are_proved(entry)) {
            report(entry, "holds altered changes: their hash does not match");
        }
        if (entry.action == epoch_begins && entry.answer && !entry.answer->empty()) {
            report(entry,
                   fmt::format("began an epoch with a book that was not what the ledger before it "
                               "says: {}",
                               *entry.answer));
        }
        before = {entry.seq, entry.hash};
    });
}

}  // namespace

std::vector<Problem> quick_problems(const Book& book, const HeadFile& head) {
    std::vector<Problem> problems;
    translate([&] {
        integrity(book.connection(), problems);
        foreign_keys(book.connection(), problems);
        const auto foreign = schema_problems(book.connection());
        problems.insert(problems.end(), foreign.begin(), foreign.end());
        chain(book, problems);
        for (auto& problem : {head_problem(book, head), slot_problem(book, head)}) {
            if (problem) {
                problems.push_back(*problem);
            }
        }
    });
    return problems;
}

Content content_of(const Book& book) {
    auto& connection = book.connection();
    return translated([&] {
        Content content;
        ValueHash hash;
        for (const auto& table : tables_of_record(connection)) {
            hash.add(std::string_view(table));
            SQLite::Statement rows(connection.database(),
                                   fmt::format("SELECT * FROM {} ORDER BY {}",
                                               quoted_name(table),
                                               key_columns(connection, table)));
            while (rows.executeStep()) {
                ++content.rows;
                for (int i = 0; i < rows.getColumnCount(); ++i) {
                    const auto column = rows.getColumn(i);
                    column.isNull() ? hash.add_missing()
                                    : hash.add(std::string_view(column.getString()));
                }
            }
        }
        content.entries = ledger_end(connection).seq;
        content.hash = hex(hash.finish());
        return content;
    });
}

}  // namespace db
