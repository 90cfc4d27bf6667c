#include "db/ledger/verify.h"

#include <array>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "db/ledger/entry_changes.h"
#include "db/ledger/erasure.h"
#include "db/ledger/ledger.h"
#include "db/ledger/quick_problems.h"
#include "db/ledger/tables.h"
#include "db/schema_check.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/integrity.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/raw_statement.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Problem;

const std::string restore_it = "restore a backup, or correct the record and say why";

void integrity(Connection& connection, Depth depth, std::vector<Problem>& problems) {
    constexpr int most = 20;
    const auto how = depth == Depth::quick ? Integrity::quick : Integrity::whole;
    for (const auto& fault : integrity_faults(connection, how, most)) {
        problems.push_back(
            {"book", fmt::format("SQLite's integrity check: {}", fault), restore_it});
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

class Chain {
  public:
    Chain(Connection& connection, Depth depth) : changes_(connection.handle()), depth_(depth) {}

    void add(const LedgerEntry& entry) {
        if (entry.seq != before_.seq + 1) {
            report(entry,
                   fmt::format("follows entry {}: entries between are missing", before_.seq));
        } else if (entry.previous != before_.hash) {
            report(entry, "does not continue the chain: it or the entry before was altered");
        }
        if (entry.is_erased()) {
            erased_.emplace(entry.seq, entry);
        } else {
            compare(entry);
        }
        before_ = {entry.seq, entry.hash};
    }
    std::vector<EntryProblem> problems;

  private:
    void report(const LedgerEntry& entry, std::string what) {
        problems.push_back(
            {entry.seq, {fmt::format("ledger entry {}", entry.seq), std::move(what), restore_it}});
    }

    void compare(const LedgerEntry& entry) {
        if (entry.is_listed) {
            report(entry, "was altered: an erasure blanked it, and it is not blank");
        } else if (depth_ == Depth::quick ? entry.is_blank : !changes_.open(entry.seq)) {
            report(entry, "was altered: it is blank, and no erasure says so");
        } else if (depth_ == Depth::whole && changes_.hash() != entry.changes_hash) {
            report(entry, "holds altered changes: their hash does not match");
        }
        if (entry_hash(entry) != entry.hash) {
            report(entry, "was altered: its hash does not match");
        }
        if (!entry.request_hash && ends_in_hash(entry.submission_key.value_or(""))) {
            report(entry, "was altered: its key holds the hash of its request");
        }
        if (entry.action == epoch_begins && entry.answer && !entry.answer->empty()) {
            report(entry,
                   fmt::format("began an epoch with a book that was not what the ledger before it "
                               "says: {}",
                               *entry.answer));
        }
        if (entry.action == erases_patient) {
            compare_erased(entry);
        }
    }

    // What is left of the entries that it blanked is what it saw.
    void compare_erased(const LedgerEntry& entry) {
        const auto blanked = BlankedEntries::read(entry.answer.value_or(""));
        std::map<std::int64_t, LedgerEntry> left;
        for (const auto& [seq, each] : erased_) {
            if (blanked && blanked->entries.contains(seq)) {
                left.emplace(seq, each);
            }
        }
        if (!blanked || hash_of_what_is_left(left) != blanked->left) {
            report(entry, "erased entries that were altered since");
        }
    }

    EntryChanges changes_;
    Depth depth_;
    Head before_;
    std::map<std::int64_t, LedgerEntry> erased_;
};

}  // namespace

std::vector<EntryProblem> chain_problems(const Book& book, Depth depth) {
    Chain chain(book.connection(), depth);
    for_each_entry(book, {}, [&](const LedgerEntry& entry) { chain.add(entry); });
    return std::move(chain.problems);
}

std::vector<Problem> quick_problems(const Book& book, const HeadFile& head, Depth depth) {
    std::vector<Problem> problems;
    translate([&] {
        integrity(book.connection(), depth, problems);
        if (depth == Depth::whole) {
            foreign_keys(book.connection(), problems);
        }
        const auto foreign = schema_problems(book.connection());
        problems.insert(problems.end(), foreign.begin(), foreign.end());
        for (auto& each : chain_problems(book, depth)) {
            problems.push_back(std::move(each.problem));
        }
        for (auto& problem :
             {head_problem(book, head), slot_problem(book, head), unfinished_erasure(book)}) {
            if (problem) {
                problems.push_back(*problem);
            }
        }
    });
    return problems;
}

namespace {

// As its text, which SQLite gives; that of a whole number is no other here.
void add_value(ValueHash& hash, sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_NULL:
            hash.add_missing();
            return;
        case SQLITE_INTEGER: {
            std::array<char, 24> digits{};
            const auto end = std::to_chars(
                digits.data(), digits.data() + digits.size(), sqlite3_column_int64(row, column));
            hash.add(
                std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
            return;
        }
        default: {
            const auto* const text =
                reinterpret_cast<const char*>(sqlite3_column_text(row, column));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
            hash.add(text == nullptr ? std::string_view() : std::string_view(text, size));
        }
    }
}

}  // namespace

Content content_of(const Book& book) {
    auto& connection = book.connection();
    return translated([&] {
        Content content;
        ValueHash hash;
        for (const auto& table : tables_of_record(connection)) {
            if (table == "clinic_key") {
                continue;  // it tells of this ledger, and of no record
            }
            hash.add(std::string_view(table));
            const auto rows = prepared(connection.handle(),
                                       fmt::format("SELECT * FROM {} ORDER BY {}",
                                                   quoted_name(table),
                                                   key_columns(connection, table)));
            const int columns = sqlite3_column_count(rows.get());
            while (step(rows.get())) {
                ++content.rows;
                for (int i = 0; i < columns; ++i) {
                    add_value(hash, rows.get(), i);
                }
            }
        }
        content.entries = ledger_end(connection).seq;
        content.hash = hex(hash.finish());
        return content;
    });
}

}  // namespace db
