#include "db/ledger/transact.h"

#include <future>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/clock.h"
#include "db/file/file_lock.h"
#include "db/file/head.h"
#include "db/key/last_seen.h"
#include "db/ledger/epoch.h"
#include "db/ledger/ledger.h"
#include "db/ledger/signature.h"
#include "db/ledger/tables.h"
#include "db/schema_check.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "db/utc.h"

namespace db {

namespace {

void must(int code, sqlite3* handle) {
    if (code != SQLITE_OK) {
        throw SQLite::Exception(handle, code);
    }
}

// Captures all changes to all tables of record, whoever makes them: our statements or triggers.
class Capture {
  public:
    explicit Capture(Connection& connection) : handle_(connection.handle()) {
        sqlite3_session* session = nullptr;
        must(sqlite3session_create(handle_, "main", &session), handle_);
        session_.reset(session);
        for (const auto& table : tables_of_record(connection)) {
            must(sqlite3session_attach(session, table.c_str()), handle_);
        }
    }

    // The changeset so far; capturing ends, so that the ledger's own row is not part of it.
    std::string finish() {
        int size = 0;
        void* bytes = nullptr;
        must(sqlite3session_changeset(session_.get(), &size, &bytes), handle_);
        const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
        session_.reset();
        return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    }

  private:
    sqlite3* handle_;
    std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session_{
        nullptr, &sqlite3session_delete};
};

}  // namespace

std::optional<Submitted> submitted(const Book& book, const std::string& key) {
    return translated([&]() -> std::optional<Submitted> {
        Query known(book.connection(),
                    "SELECT seq, request_hash, action, answer FROM ledger WHERE submission_key = ? "
                    "ORDER BY seq");
        known.with(key);
        if (!known.step()) {
            return std::nullopt;
        }
        Submitted found{.seq = known.get<std::int64_t>()};
        found.request_hash = known.get<std::optional<std::string>>();
        found.action = known.get<std::string>();
        found.answer = known.get<std::string>();
        return found;
    });
}

std::optional<std::string> answer_of(const Book& book, const Submission& submission) {
    if (!submission.key) {
        return std::nullopt;
    }
    const auto known = submitted(book, *submission.key);
    if (!known) {
        return std::nullopt;
    }
    if (known->action != submission.action || known->request_hash != submission.request_hash) {
        throw schema::refused(
            "key",
            fmt::format("was used for something else: {} {}", known->action, known->answer),
            "look at what was recorded then, and correct it where it should be otherwise; a new "
            "submission needs a new key")
            .as("key_used");
    }
    return known->answer;
}

namespace {

// Whether the book is one to write into. Throws schema::Error.
void refuse_unfit(Book& book, const Submission& submission, const HeadFile& head) {
    if (!submission.request_hash && ends_in_hash(submission.key.value_or(""))) {
        throw schema::refused("the submission's key",
                              "ends in a blank and 64 hexadecimal digits, as with a request's hash",
                              "give another key");
    }
    if (submission.accepted_loss == 0) {
        refuse_lost_or_altered(book, head);
        refuse_foreign_schema(book);
        return;
    }
    refuse_foreign_schema(book);
    const auto missing = missing_entries(book, head);
    if (missing != submission.accepted_loss) {
        throw schema::refused(
            "--accept-loss",
            fmt::format(
                "{} entries are missing from the end, not {}", missing, submission.accepted_loss),
            missing == 0
                ? "leave it out: there is nothing to accept"
                : fmt::format("give the number that is missing: --accept-loss {}", missing));
    }
}

std::optional<std::string> reason_of(const Submission& submission, const Write& write) {
    auto given = submission.reason.value_or("");
    if (!write.confirmed.empty()) {
        given = fmt::format(
            "confirmed {}{}{}", fmt::join(write.confirmed, ", "), given.empty() ? "" : ": ", given);
    }
    if (submission.accepted_loss > 0) {
        return fmt::format("{} lost entries are accepted: {}", submission.accepted_loss, given);
    }
    if (submission.clock_is_right) {
        return "the clock is right: " + given;
    }
    return write.confirmed.empty() ? submission.reason : std::optional(given);
}

// Commits of this connection are not synced while it lives: `bring_to_disk` does it.
class UnsyncedCommits {
  public:
    explicit UnsyncedCommits(Connection& connection) : connection_(connection) {
        connection_.run("PRAGMA synchronous = NORMAL");
    }
    ~UnsyncedCommits() { connection_.database().tryExec("PRAGMA synchronous = EXTRA"); }
    UnsyncedCommits(const UnsyncedCommits&) = delete;
    UnsyncedCommits& operator=(const UnsyncedCommits&) = delete;

  private:
    Connection& connection_;
};

// After a commit: the log and the head come to the disk at the same time, one wait for both. Only
// then may it be acknowledged.
void bring_to_disk(const Book& book,
                   const Submission& submission,
                   const HeadFile& head,
                   const Head& before,
                   const Head& end) {
    if (submission.accepted_loss > 0 || head.is_missing()) {
        book.connection().sync_log();
        if (submission.accepted_loss > 0) {
            write_new_head(book.file(), end);
        }
        return;
    }
    auto announcing = std::async(std::launch::async | std::launch::deferred,
                                 [&] { return Announced(book.file(), before, end); });
    book.connection().sync_log();
    announcing.get().acknowledge();
}

}  // namespace

Receipt transact(Book& book,
                 const Submission& submission,
                 const std::function<std::string(Write&)>& work) {
    Receipt receipt;
    translate([&] {
        auto& connection = book.connection();
        const WriterLock writing(book.lock(), submission.action);
        book.refuse_moved();
        const UnsyncedCommits unsynced(connection);
        SQLite::Transaction transaction(connection.database(),
                                        SQLite::TransactionBehavior::IMMEDIATE);
        const auto head = read_head(book.names());
        refuse_unfit(book, submission, head);
        if (const auto answer = answer_of(book, submission)) {
            receipt = {*answer, true};
            return;
        }
        if (!submission.clock_is_right) {
            refuse_clock_behind(book);
        }
        const auto before = ledger_end(connection);
        Capture capture(connection);
        Write write(book);
        receipt.answer = work(write);
        if (write.is_left()) {
            return;
        }
        LedgerEntry entry;
        entry.at = utc_now();
        entry.actor = submission.actor;
        entry.action = submission.action;
        entry.reason = reason_of(submission, write);
        entry.patient = write.patient();
        entry.submission_key = submission.key;
        entry.request_hash = submission.request_hash;
        entry.answer = receipt.answer;
        auto end = append(
            connection, std::move(entry), write.new_epoch ? std::string() : capture.finish());
        if (write.new_epoch) {
            end = begin_epoch(
                connection,
                {.actor = submission.actor,
                 .reason = fmt::format("after {} of entry {}", submission.action, end.seq),
                 .differences = *write.new_epoch});
        }
        const bool has_key = sign_end(connection, before, end, write.signs_anew);
        transaction.commit();
        bring_to_disk(book, submission, head, before, end);
        book.refuse_moved();
        if (has_key || !head.seen.empty()) {
            note_last_seen(book.names(), end);
        }
        connection.checkpoint_if_long();
    });
    return receipt;
}

}  // namespace db
