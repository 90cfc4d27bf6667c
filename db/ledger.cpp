#include "db/ledger.h"

#include <cstring>

#include <fmt/format.h>

#include "db/connection.h"
#include "db/file_lock.h"
#include "db/sqlite_error.h"

namespace db {

namespace {

using Patient = schema::Id<schema::Patient>;

std::string_view bytes_of(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Hash hash_of(const std::string& bytes) {
    Hash hash{};
    std::memcpy(hash.data(), bytes.data(), std::min(bytes.size(), hash.size()));
    return hash;
}

LedgerEntry read_entry(Query& query, bool with_changes) {
    LedgerEntry entry;
    entry.seq = query.get<std::int64_t>();
    entry.at = query.get<std::string>();
    entry.actor = query.get<std::string>();
    entry.action = query.get<std::string>();
    entry.reason = query.get<std::optional<std::string>>();
    entry.patient = query.get<std::optional<Patient>>();
    entry.submission_key = query.get<std::optional<std::string>>();
    entry.answer = query.get<std::optional<std::string>>();
    entry.changes_hash = hash_of(query.get<std::string>());
    entry.previous = hash_of(query.get<std::string>());
    entry.hash = hash_of(query.get<std::string>());
    if (with_changes) {
        entry.changes = query.get<std::optional<std::string>>();
    }
    return entry;
}

void insert_entry(Connection& connection, const LedgerEntry& entry) {
    SQLite::Statement insert(connection.database(), R"(
        INSERT INTO ledger (seq, at, actor, action, reason, patient_id, submission_key, answer, changes, changes_hash,
                            previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
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
    bind_text(8, entry.answer);
    insert.bindNoCopy(9, entry.changes->data(), static_cast<int>(entry.changes->size()));
    insert.bindNoCopy(10, entry.changes_hash.data(), static_cast<int>(entry.changes_hash.size()));
    insert.bindNoCopy(11, entry.previous.data(), static_cast<int>(entry.previous.size()));
    insert.bindNoCopy(12, entry.hash.data(), static_cast<int>(entry.hash.size()));
    insert.exec();
}

}  // namespace

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
    hash.add_or_missing(entry.submission_key);
    hash.add_or_missing(entry.answer);
    hash.add(bytes_of(entry.changes_hash));
    return hash.finish();
}

void for_each_entry(const Book& book,
                    const LedgerQuery& query,
                    const std::function<void(const LedgerEntry&)>& visit) {
    translate([&] {
        Query rows(book.connection(),
                   fmt::format(R"(
            SELECT seq, at, actor, action, reason, patient_id, submission_key, answer, changes_hash, previous, hash,
                   CASE WHEN ?1 THEN changes END
            FROM ledger
            WHERE (?2 IS NULL OR patient_id = ?2) AND seq > ?3 AND (?4 IS NULL OR seq < ?4)
            ORDER BY seq {}
            LIMIT ?5)",
                               query.newest_first ? "DESC" : "ASC"));
        rows.with(
            query.with_changes, query.patient, query.after, query.before, query.most.value_or(-1));
        while (rows.step()) {
            visit(read_entry(rows, query.with_changes));
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
    end.hash = hash_of(last.get<std::string>());
    return end;
}

std::optional<schema::Problem> head_problem(const Book& book) {
    const auto file = head_path(book.file());
    // The head first: whoever writes meanwhile moves the ledger before the head.
    const auto head = read_head(book.file());
    if (!head) {
        return schema::Problem{
            file.string(),
            "is missing or unreadable, so changes cut off the end could not be noticed",
            "compare with a backup; if nothing is missing, `needlebook check --renew-head` writes "
            "a new one"};
    }
    Query at_head(book.connection(), "SELECT hash FROM ledger WHERE seq = ?");
    at_head.with(head->seq);
    if (head->seq == 0 || (at_head.step() && hash_of(at_head.get<std::string>()) == head->hash)) {
        return std::nullopt;
    }
    const auto end = ledger_end(book.connection());
    if (end.seq < head->seq) {
        return schema::Problem{
            book.file().string(),
            fmt::format("the last {} acknowledged {} missing: the ledger ends at entry {}, "
                        "entry {} was acknowledged",
                        head->seq - end.seq,
                        head->seq - end.seq == 1 ? "change is" : "changes are",
                        end.seq,
                        head->seq),
            "run `needlebook check`, then restore a backup"};
    }
    return schema::Problem{
        book.file().string(),
        fmt::format("ledger entry {} is not the one that was acknowledged", head->seq),
        "run `needlebook check`, then restore a backup"};
}

void refuse_lost_or_altered(const Book& book) {
    // A missing head is `check`'s to report; it does not keep the clinic from its book.
    if (const auto problem = head_problem(book); problem && read_head(book.file())) {
        throw schema::Error(schema::Fault::damaged, {*problem});
    }
}

void renew_head(const Book& book) {
    const WriterLock writing(book.lock(), "renew head");
    if (!read_head(book.file())) {
        write_head(book.file(), translated([&] { return ledger_end(book.connection()); }));
    }
}

Head append(Connection& connection, LedgerEntry entry) {
    const auto end = ledger_end(connection);
    entry.seq = end.seq + 1;
    entry.previous = end.hash;
    entry.changes_hash = sha256(*entry.changes);
    entry.hash = entry_hash(entry);
    insert_entry(connection, entry);
    return {entry.seq, entry.hash};
}

}  // namespace db
