#include "db/ledger/erasure.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "db/file/file_lock.h"
#include "db/ledger/changes.h"
#include "db/ledger/quick_problems.h"
#include "db/ledger/replay.h"
#include "db/photos/photo_store.h"
#include "db/search/search.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/kinds/personal_data.h"

namespace db {

namespace {

using kinds::AtErasure;
using kinds::PersonalTable;
using PatientId = schema::Id<schema::Patient>;

// A condition on the rows of the patient ?1.
std::string of_patient(const PersonalTable& table) {
    return table.owner.empty() ? fmt::format("{} = ?1", table.key)
                               : fmt::format("{} IN (SELECT id FROM {} WHERE patient_id = ?1)",
                                             table.key,
                                             quoted_name(table.owner));
}

void remove_rows(Connection& connection, PatientId patient) {
    for (const auto& table : kinds::personal_tables()) {
        if (table.at_erasure != AtErasure::rows_go) {
            continue;
        }
        Query(connection,
              fmt::format("DELETE FROM {} WHERE {}", quoted_name(table.table), of_patient(table)))
            .with(patient)
            .run();
    }
}

Hash blank(Connection& connection, const std::vector<std::int64_t>& entries, const Book& book) {
    for (const auto seq : entries) {
        Query(connection, R"(
            UPDATE ledger SET reason = NULL, submission_key = NULL, request_hash = NULL, answer = NULL,
                changes = NULL, changes_hash = zeroblob(32)
            WHERE seq = ?)")
            .with(seq)
            .run();
    }
    std::map<std::int64_t, LedgerEntry> left;
    for_each_entry(book, {}, [&](const LedgerEntry& entry) {
        if (std::binary_search(entries.begin(), entries.end(), entry.seq)) {
            left.emplace(entry.seq, entry);
        }
    });
    return hash_of_what_is_left(left);
}

// What the epoch says of the book that it began with: what the replay finds, by its table alone,
// for keys of rows can be words; and what was wrong with entries that are to be blanked.
std::vector<schema::Problem> differences(const Book& book,
                                         const std::vector<std::int64_t>& to_blank) {
    auto problems = Replay(book.connection()).problems(schema::migrations(), {});
    for (auto& each : problems) {
        each.where = each.where.substr(0, each.where.find(" ("));
    }
    for (auto& each : chain_problems(book, Depth::whole)) {
        if (std::binary_search(to_blank.begin(), to_blank.end(), each.seq)) {
            each.problem.what = each.problem.what.substr(0, each.problem.what.find(':'));
            problems.push_back(std::move(each.problem));
        }
    }
    return problems;
}

// Books of earlier versions have no such table.
bool is_unfinished(Connection& connection) {
    return connection.number(
               "SELECT count(*) FROM sqlite_schema WHERE name = 'unfinished_erasure'") > 0 &&
           connection.number("SELECT count(*) FROM unfinished_erasure") > 0;
}

std::optional<std::int64_t> read_seq(std::string_view text) {
    std::int64_t seq = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, fault] = std::from_chars(text.data(), end, seq);
    return fault == std::errc() && at == end && seq > 0 ? std::optional(seq) : std::nullopt;
}

}  // namespace

std::string BlankedEntries::text() const {
    std::string ranges;
    for (auto first = entries.begin(); first != entries.end();) {
        auto last = first;
        auto next = std::next(first);
        while (next != entries.end() && *next == *last + 1) {
            last = next++;
        }
        ranges += (ranges.empty() ? "" : ",") +
                  (first == last ? fmt::format("{}", *first) : fmt::format("{}-{}", *first, *last));
        first = next;
    }
    return fmt::format("{} {}", ranges, hex(left));
}

std::optional<BlankedEntries> BlankedEntries::read(std::string_view text) {
    constexpr std::int64_t most = 1'000'000;  // more than touch one patient
    BlankedEntries read;
    const auto blank = std::min(text.find(' '), text.size());
    auto ranges = text.substr(0, blank);
    while (!ranges.empty()) {
        const auto range = ranges.substr(0, ranges.find(','));
        const auto dash = range.find('-');
        const auto first = read_seq(range.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : read_seq(range.substr(dash + 1));
        if (!first || !last || *last - *first > most || std::ssize(read.entries) > most) {
            return std::nullopt;
        }
        for (auto seq = *first; seq <= *last; ++seq) {
            read.entries.insert(seq);
        }
        ranges.remove_prefix(std::min(range.size() + 1, ranges.size()));
    }
    const auto digits = text.substr(std::min(blank + 1, text.size()));
    for (std::size_t i = 0; digits.size() == 64 && i < read.left.size(); ++i) {
        const auto* const at = digits.data() + 2 * i;
        std::from_chars(at, at + 2, read.left[i], 16);
    }
    return read.text() == text ? std::optional(std::move(read)) : std::nullopt;
}

Hash hash_of_what_is_left(const std::map<std::int64_t, LedgerEntry>& entries) {
    ValueHash hash;
    for (const auto& [seq, entry] : entries) {
        hash.add(std::to_string(seq));
        hash.add(entry.at);
        hash.add(entry.actor);
        hash.add(entry.action);
        hash.add_or_missing(entry.patient ? std::optional(std::to_string(entry.patient->value))
                                          : std::nullopt);
        hash.add(hex(entry.hash));
    }
    return hash.finish();
}

std::set<std::int64_t> listed_as_erased(Connection& connection) {
    std::set<std::int64_t> listed;
    Query erasures(connection, "SELECT seq, answer FROM ledger WHERE action = ?");
    erasures.with(std::string(erases_patient));
    while (erasures.step()) {
        const auto seq = erasures.get<std::int64_t>();
        const auto answer = erasures.get<std::optional<std::string>>();
        if (auto blanked = BlankedEntries::read(answer.value_or(""))) {
            blanked->entries.erase(blanked->entries.lower_bound(seq), blanked->entries.end());
            listed.merge(blanked->entries);
        }
    }
    return listed;
}

Holdings holdings_of(const Book& book, PatientId patient) {
    return translated([&] {
        Holdings found{.entries = entries_with(book, patient)};
        for (const auto& table : kinds::personal_tables()) {
            if (table.at_erasure != AtErasure::rows_go) {
                continue;
            }
            Query count(book.connection(),
                        fmt::format("SELECT count(*) FROM {} WHERE {}",
                                    quoted_name(table.table),
                                    of_patient(table)));
            count.with(patient);
            count.step();
            if (const auto rows = count.get<std::int64_t>(); rows > 0) {
                found.rows.emplace(table.table, rows);
            }
        }
        return found;
    });
}

std::string erase_patient(Write& write,
                          PatientId patient,
                          const std::vector<std::int64_t>& entries) {
    write.new_epoch = differences(write.book(), entries);
    remove_rows(write.connection(), patient);
    BlankedEntries blanked{.entries = {entries.begin(), entries.end()}};
    blanked.left = blank(write.connection(), entries, write.book());
    Query(write.connection(), "INSERT OR IGNORE INTO unfinished_erasure VALUES (1, ?)")
        .with(ledger_end(write.connection()).seq + 1)
        .run();
    write.concerns(patient);
    return blanked.text();
}

bool finish_erasure(Connection& connection) {
    if (!is_unfinished(connection)) {
        return true;
    }
    connection.run("VACUUM");
    const int code = sqlite3_wal_checkpoint_v2(
        connection.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code == SQLITE_BUSY) {
        return false;
    }
    if (code != SQLITE_OK) {
        throw SQLite::Exception(connection.handle(), code);
    }
    connection.run("DELETE FROM unfinished_erasure");
    return true;
}

bool finish_erasure(Book& book) {
    if (!unfinished_erasure(book)) {
        return true;
    }
    if (!book.is_writable() || book.warnings().size() > 1) {
        return false;
    }
    try {
        return translated([&] {
            const WriterLock writing(book.lock(), "finish erasure");
            book.refuse_moved();
            remove_unnamed_photos(book.connection(), book.file());
            remove_search_index(book.file());
            return finish_erasure(book.connection());
        });
    } catch (const schema::Error&) {
        return false;  // it stays said; nobody is kept from writing
    }
}

std::optional<schema::Problem> unfinished_erasure(const Book& book) {
    if (!translated([&] { return is_unfinished(book.connection()); })) {
        return std::nullopt;
    }
    return schema::Problem{
        book.file().string(),
        "may still hold bytes of a patient who was erased: writing it anew was broken off",
        "close what else has the book open; the next command that writes goes on with it"}
        .as("erasure_unfinished");
}

}  // namespace db
