#include "db/ledger/ledger.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/file/file_lock.h"
#include "db/ledger/changes.h"
#include "db/ledger/erasure.h"
#include "db/snapshot.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using PatientId = schema::Id<schema::Patient>;
using schema::Problem;

std::string_view bytes_of(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

LedgerEntry read_entry(Query& query, bool with_changes) {
    LedgerEntry entry;
    entry.seq = query.get<std::int64_t>();
    entry.at = query.get<std::string>();
    entry.actor = query.get<std::string>();
    entry.action = query.get<std::string>();
    entry.reason = query.get<std::optional<std::string>>();
    entry.patient = query.get<std::optional<PatientId>>();
    entry.submission_key = query.get<std::optional<std::string>>();
    entry.request_hash = query.get<std::optional<std::string>>();
    entry.answer = query.get<std::optional<std::string>>();
    entry.changes_hash = hash_of_bytes(query.get<std::string>());
    entry.previous = hash_of_bytes(query.get<std::string>());
    entry.hash = hash_of_bytes(query.get<std::string>());
    entry.is_blank = query.get<bool>();
    if (with_changes) {
        entry.changes = query.get<std::optional<std::string>>();
    }
    return entry;
}

void insert_entry(Connection& connection, const LedgerEntry& entry, std::string_view changes) {
    SQLite::Statement insert(connection.database(), R"(
        INSERT INTO ledger (seq, at, actor, action, reason, patient_id, submission_key, request_hash, answer,
                            changes_hash, previous, hash, changes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
    const auto bind_text = [&](int at, const std::optional<std::string>& text) {
        text ? insert.bind(at, *text) : insert.bind(at);
    };
    insert.bind(1, entry.seq);
    insert.bind(2, entry.at);
    insert.bind(3, entry.actor);
    insert.bind(4, entry.action);
    bind_text(5, entry.reason);
    entry.patient ? insert.bind(6, entry.patient->value) : insert.bind(6);
    bind_text(7, entry.submission_key);
    bind_text(8, entry.request_hash);
    bind_text(9, entry.answer);
    insert.bindNoCopy(10, entry.changes_hash.data(), static_cast<int>(entry.changes_hash.size()));
    insert.bindNoCopy(11, entry.previous.data(), static_cast<int>(entry.previous.size()));
    insert.bindNoCopy(12, entry.hash.data(), static_cast<int>(entry.hash.size()));
    insert.bindNoCopy(13, changes.data(), static_cast<int>(changes.size()));
    insert.exec();
}

}  // namespace

bool is_of_epoch(const LedgerEntry& entry) {
    return entry.action == epoch_begins || entry.action == epoch_goes_on;
}

std::string epoch_text(const LedgerEntry& entry) {
    if (entry.action == epoch_goes_on) {
        return "more of the whole book";
    }
    const auto differences = entry.answer.value_or("");
    return fmt::format("the whole book as it was then: `check` plays the ledger from here on{}",
                       differences.empty() ? "; what it played before agreed with the book"
                                           : "; before, the book differed: " + differences);
}

namespace {

// "KEY REQUEST_HASH", or the key alone; nothing without a key.
std::optional<std::string> key_text(const LedgerEntry& entry) {
    return entry.request_hash
               ? fmt::format("{} {}", entry.submission_key.value_or(""), *entry.request_hash)
               : entry.submission_key;
}

}  // namespace

bool ends_in_hash(std::string_view key) {
    constexpr std::size_t digits = 64;
    return key.size() > digits && key[key.size() - digits - 1] == ' ' &&
           key.find_first_not_of("0123456789abcdef", key.size() - digits) == std::string_view::npos;
}

Hash entry_hash(const LedgerEntry& entry) {
    ValueHash hash;
    hash.raw(bytes_of(entry.previous));
    hash.add(std::to_string(entry.seq));
    hash.add(entry.at);
    hash.add(entry.actor);
    hash.add(entry.action);
    hash.add_or_missing(entry.reason);
    hash.add_or_missing(entry.patient ? std::optional(std::to_string(entry.patient->value))
                                      : std::nullopt);
    hash.add_or_missing(key_text(entry));
    hash.add_or_missing(entry.answer);
    hash.add(bytes_of(entry.changes_hash));
    return hash.finish();
}

bool is_hash(const std::string& stored, const Hash& hash) {
    return hash_of_bytes(stored) == hash;
}

bool changes_are_proved(const LedgerEntry& entry) {
    return entry.changes ? sha256(*entry.changes) == entry.changes_hash : entry.is_erased();
}

void for_each_entry(const Book& book,
                    const LedgerQuery& query,
                    const std::function<void(const LedgerEntry&)>& visit) {
    std::string of_many;
    if (query.patient) {
        const auto entries = entries_of_many(book, *query.patient);
        of_many = fmt::format("(patient_id = ?2 OR seq IN ({}))", fmt::join(entries, ","));
    }
    translate([&] {
        const auto listed = listed_as_erased(book.connection());
        Query rows(book.connection(),
                   fmt::format(R"(
            SELECT seq, at, actor, action, reason, patient_id, submission_key, request_hash, answer, changes_hash,
                   previous, hash,
                   typeof(changes) = 'null' AND coalesce(reason, submission_key, request_hash, answer) IS NULL
                       AND changes_hash = zeroblob(32),
                   CASE WHEN ?1 THEN changes END
            FROM ledger
            WHERE {} AND seq > ?3 AND (?4 IS NULL OR seq < ?4) AND (?6 IS NULL OR action = ?6)
            ORDER BY seq {}
            LIMIT ?5)",
                               query.patient ? of_many : "?2 IS NULL",
                               query.newest_first ? "DESC" : "ASC"));
        rows.with(query.with_changes,
                  query.patient,
                  query.after,
                  query.before,
                  query.most.value_or(-1),
                  query.action);
        while (rows.step()) {
            auto entry = read_entry(rows, query.with_changes);
            entry.is_listed = listed.contains(entry.seq);
            visit(entry);
        }
    });
}

std::int64_t last_entry(const Book& book) {
    return translated([&] {
        Query last(book.connection(), "SELECT max(seq) FROM ledger");
        return last.step() ? last.get<std::optional<std::int64_t>>().value_or(0) : 0;
    });
}

Head ledger_end(Connection& connection) {
    Query last(connection, "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1");
    if (!last.step()) {
        return {};
    }
    Head end{.seq = last.get<std::int64_t>()};
    end.hash = hash_of_bytes(last.get<std::string>());
    return end;
}

std::int64_t missing_entries(const Book& book, const HeadFile& head) {
    const auto end = ledger_end(book);
    const auto beyond = [&](const Head& each) {
        return std::max<std::int64_t>(each.seq - end.seq, 0);
    };
    auto missing = head.head ? beyond(*head.head) : 0;
    for (const auto& ends : head.seen) {
        missing = std::max(missing,
                           beyond(*std::min_element(
                               ends.begin(), ends.end(), [](const Head& one, const Head& other) {
                                   return one.seq < other.seq;
                               })));
    }
    return missing;
}

namespace {

Problem lost(const Book& book, const Head& acknowledged, std::string_view where) {
    const auto end = ledger_end(book);
    const auto missing = acknowledged.seq - end.seq;
    return {book.file().string(),
            fmt::format("the last {} acknowledged {} missing: the ledger ends at entry {}, entry "
                        "{} was acknowledged{}",
                        missing,
                        missing == 1 ? "change is" : "changes are",
                        end.seq,
                        acknowledged.seq,
                        where),
            fmt::format("restore a backup that has them; if there is none, `needlebook check "
                        "--accept-loss {} --reason \"…\"` goes on without",
                        missing)};
}

bool has(const Book& book, const Head& head) {
    Query at_head(book.connection(), "SELECT hash FROM ledger WHERE seq = ?");
    at_head.with(head.seq);
    return head.seq == 0 ||
           (at_head.step() && hash_of_bytes(at_head.get<std::string>()) == head.hash);
}

// Against the head beside the book.
std::optional<Problem> problem_beside(const Book& book, const HeadFile& file) {
    if (file.is_missing()) {
        return Problem{
            head_path(book.file()).string(),
            "is missing, so changes cut off the end could not be noticed",
            "compare with a backup; if nothing is missing, `needlebook check --renew-head` writes "
            "a new one"}
            .as("head_missing");
    }
    if (file.unreadable) {
        return file.unreadable;
    }
    if (file.head->seq > ledger_end(book).seq) {
        return lost(book, *file.head, "");
    }
    if (has(book, *file.head)) {
        return std::nullopt;
    }
    return Problem{
        book.file().string(),
        fmt::format("ledger entry {} is not the one that was acknowledged", file.head->seq),
        "run `needlebook check`, then restore a backup"}
        .as("book_changed");
}

// Against what this machine saw last: book and head put back together.
std::optional<Problem> problem_put_back(const Book& book, const HeadFile& file) {
    const auto missed = std::find_if(file.seen.begin(), file.seen.end(), [&](const auto& ends) {
        return std::none_of(
            ends.begin(), ends.end(), [&](const Head& end) { return has(book, end); });
    });
    if (missed == file.seen.end()) {
        return std::nullopt;
    }
    const auto& seen = missed->front();
    if (seen.seq > ledger_end(book).seq) {
        return lost(book, seen, " on this machine");
    }
    return Problem{
        book.file().string(),
        fmt::format("ledger entry {} is not the one that was acknowledged on this machine: another "
                    "book was put in its place",
                    seen.seq),
        "restore a backup; where this is the right book, move it elsewhere and `needlebook restore "
        "FILE` brings it here"}
        .as("book_changed");
}

}  // namespace

std::optional<Problem> head_problem(const Book& book, const HeadFile& file) {
    const Snapshot moment(book);
    auto beside = problem_beside(book, file);
    if (beside && !file.is_missing()) {
        return beside;
    }
    auto put_back = problem_put_back(book, file);
    return put_back ? put_back : beside;
}

std::optional<std::int64_t> entry_with_hash(const Book& book, const std::string& hex_digits) {
    if (hex_digits.size() < 8 ||
        hex_digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) {
        throw schema::refused(
            "--against",
            fmt::format("\"{}\" is neither a file nor a hash", hex_digits),
            "give a backup, or 8 to 64 hex digits of an entry's hash as they stand "
            "on a print or in a backup's name");
    }
    return translated([&]() -> std::optional<std::int64_t> {
        Query found(book.connection(), "SELECT seq FROM ledger WHERE hex(hash) LIKE ? || '%'");
        found.with(hex_digits);
        return found.step() ? std::optional(found.get<std::int64_t>()) : std::nullopt;
    });
}

Head ledger_end(const Book& book) {
    return translated([&] { return ledger_end(book.connection()); });
}

std::optional<Problem> slot_problem(const Book& book, const HeadFile& head) {
    if (head.damaged_slots == 0 || head.unreadable) {
        return std::nullopt;
    }
    return Problem{
        head_path(book.file()).string(),
        "one of its two slots is damaged, so a cut of the last change could not be noticed",
        "`needlebook check --renew-head` writes both anew"}
        .as("head_damaged");
}

void refuse_lost_or_altered(const Book& book, const HeadFile& head) {
    auto problem = head_problem(book, head);
    if (problem && head.is_missing()) {
        problem = translated([&] { return problem_put_back(book, head); });
    }
    if (problem) {
        throw schema::Error(head.unreadable ? schema::Fault::unavailable : schema::Fault::damaged,
                            {std::move(*problem)});
    }
}

void renew_head(Book& book) {
    const WriterLock writing(book.lock(), "renew head");
    const auto head = read_head(book.names());
    if (!head.head || head.damaged_slots > 0) {
        write_new_head(book.file(), ledger_end(book));
    }
}

Head append(Connection& connection, LedgerEntry entry, std::string_view changes) {
    const auto end = ledger_end(connection);
    entry.seq = end.seq + 1;
    entry.previous = end.hash;
    entry.changes_hash = sha256(changes);
    entry.hash = entry_hash(entry);
    insert_entry(connection, entry, changes);
    return {entry.seq, entry.hash};
}

}  // namespace db
