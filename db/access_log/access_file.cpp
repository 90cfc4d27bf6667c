#include "db/access_log/access_file.h"

#include <algorithm>
#include <array>
#include <functional>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/file/file.h"
#include "db/file/file_lock.h"
#include "db/ledger/sha256.h"
#include "db/sqlite/connection.h"
#include "schema/migrations/migrations.h"

namespace db {

namespace {

namespace fs = std::filesystem;

constexpr std::int32_t access_application_id = 0x4E646C61;  // 'Ndla'
constexpr int access_version = 2;

// Words that came with a later version than 1: a log of before is without them until somebody
// writes to it.
constexpr std::array<std::string_view, 1> later_words{"right_refused"};

// Whatever else it is, the text of a minute begins with its day.
constexpr const char* access_tables = R"(
CREATE TABLE word_access (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE access (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    at TEXT NOT NULL
        CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]Z'),
    account INTEGER CHECK (account > 0),
    person TEXT CHECK (person <> ''),
    device INTEGER CHECK (device > 0),
    program INTEGER CHECK (program > 0),
    patient INTEGER CHECK (patient > 0),
    chart TEXT CHECK (chart <> ''),
    act TEXT NOT NULL REFERENCES word_access (word),
    reason TEXT CHECK (length(reason) BETWEEN 10 AND 500),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    CHECK ((account IS NULL) = (person IS NULL)),
    CHECK ((patient IS NULL) = (chart IS NULL)),
    CHECK (device IS NULL OR program IS NULL)
) STRICT;
CREATE INDEX access_by_minute ON access (at, account, patient);
CREATE INDEX access_by_patient ON access (patient) WHERE patient IS NOT NULL;
CREATE INDEX access_by_account ON access (account) WHERE account IS NOT NULL;
CREATE TRIGGER access_follows BEFORE INSERT ON access
    WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM access)
BEGIN
    SELECT RAISE(ABORT, 'an entry is added at the end');
END;
CREATE TRIGGER access_is_not_changed BEFORE UPDATE ON access
BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;
CREATE TRIGGER access_is_not_removed BEFORE DELETE ON access
BEGIN
    SELECT RAISE(ABORT, 'an entry is never removed');
END;
)";

void make_access_tables(SQLite::Database& empty) {
    SQLite::Transaction making(empty);
    empty.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; {}",
                           access_application_id,
                           access_version,
                           access_tables));
    for (const auto word : schema::Words<AccessAct>::all) {
        empty.exec(fmt::format("INSERT INTO word_access VALUES ('{}')", word));
    }
    making.commit();
}

std::vector<std::string> texts_of(SQLite::Database& database, const std::string& query) {
    std::vector<std::string> all;
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
        all.push_back(rows.getColumn(0).getString());
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::string> what_is_defined(SQLite::Database& database) {
    auto all = texts_of(database, schema::definitions_query);
    for (auto& word : texts_of(database, "SELECT 'word ' || word || ': ' FROM word_access")) {
        all.push_back(std::move(word));
    }
    return all;
}

bool is_later_word(std::string_view defined) {
    return std::any_of(later_words.begin(), later_words.end(), [&](auto word) {
        return defined == fmt::format("word {}: ", word);
    });
}

bool may_be_written(const fs::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) == 0 &&
           ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0;
}

schema::Error no_log(const fs::path& file) {
    return schema::damaged(file.string(),
                           "is not a log of who read this program's books",
                           "move it away and put the log itself there");
}

}  // namespace

fs::path access_path(const fs::path& book) {
    return book.string() + ".access";
}

bool is_there(const fs::path& file) {
    std::error_code unknown;
    return fs::symlink_status(file, unknown).type() != fs::file_type::not_found;
}

void with_access_file(const fs::path& file, const std::function<void()>& work) {
    try {
        translate(work);
    } catch (const schema::Error& error) {
        auto problems = error.problems();
        for (auto& each : problems) {
            each.where = each.where == "book" ? file.string() : each.where;
        }
        throw schema::Error(error.fault(), std::move(problems));
    }
}

void make_access_file(const fs::path& file) {
    const fs::path fresh = file.string() + ".new";
    for (const auto* end : {"", "-journal"}) {
        remove_if_there(fresh.string() + end);  // of one that was killed
    }
    File::open_if_there(fresh, O_CREAT | O_EXCL | O_WRONLY);
    with_access_file(file, [&] {
        SQLite::Database empty(fresh.string(), SQLite::OPEN_READWRITE);
        try {
            empty.exec("PRAGMA synchronous = EXTRA");
            make_access_tables(empty);
        } catch (...) {
            note_failed_open(empty.getHandle());
            throw;
        }
    });
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        throw_system_error(file, "cannot be made", errno);
    }
    sync_folder_of(file);
}

std::unique_ptr<Connection> open_access_file(const fs::path& file) {
    std::error_code unknown;
    if (fs::symlink_status(file, unknown).type() != fs::file_type::regular) {
        throw no_log(file);
    }
    std::unique_ptr<Connection> log;
    with_access_file(file, [&] {
        log = std::make_unique<Connection>(
            file, may_be_written(file) ? Medium::live : Medium::unchanging);
        if (log->number("PRAGMA application_id") != access_application_id) {
            throw no_log(file);
        }
        if (log->number("PRAGMA user_version") > access_version) {
            throw schema::damaged(file.string(), "was made by a newer program", "use that program");
        }
    });
    return log;
}

void close_access_file(std::unique_ptr<Connection> log, const fs::path& book) noexcept {
    try {
        if (!log->is_live()) {
            return;
        }
        FileLock lock(lock_path(book));
        if (lock.try_alone(FileLock::Part::access)) {
            log->checkpoint_on_close();
            log.reset();  // before the lock goes
        }
    } catch (const std::exception&) {
        // What is beside it stays there.
    }
}

std::vector<schema::Problem> access_schema_problems(Connection& log, const fs::path& file) {
    static const auto due = [] {
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
        make_access_tables(fresh);
        return what_is_defined(fresh);
    }();
    std::vector<schema::Problem> problems;
    const auto found = what_is_defined(log.database());
    const auto report = [&](const auto& these, const auto& those, std::string_view what) {
        for (const auto& each : these) {
            if (std::find(those.begin(), those.end(), each) == those.end() &&
                !is_later_word(each)) {
                problems.push_back({file.string(),
                                    fmt::format("{} {}", each.substr(0, each.find(':')), what),
                                    "put a copy from before it was changed in its place"});
            }
        }
    };
    report(due, found, "is missing or was altered");
    report(found, due, "is not one of this program's");
    return problems;
}

void add_later_words(Connection& log) {
    if (!log.is_live() || log.number("PRAGMA user_version") >= access_version) {
        return;
    }
    SQLite::Transaction adding(log.database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const auto word : later_words) {
        log.run(fmt::format("INSERT OR IGNORE INTO word_access VALUES ('{}')", word));
    }
    log.run(fmt::format("PRAGMA user_version = {}", access_version));
    adding.commit();
}

std::string access_origin(Connection& book) {
    Query first(book, "SELECT lower(hex(hash)) FROM ledger WHERE seq = 1");
    return first.step() ? first.get<std::string>() : hex(Hash{});
}

AccessEntry access_row(Query& row) {
    AccessEntry entry;
    entry.id = row.get<std::int64_t>();
    entry.at = row.get<std::string>();
    entry.account = row.get<std::optional<schema::Id<schema::Account>>>();
    entry.person = row.get<std::optional<std::string>>();
    entry.device = row.get<std::optional<schema::Id<schema::SignInDevice>>>();
    entry.program = row.get<std::optional<std::int64_t>>();
    entry.patient = row.get<std::optional<schema::Id<schema::Patient>>>();
    entry.chart = row.get<std::optional<std::string>>();
    entry.act = row.get<AccessAct>();
    entry.reason = row.get<std::optional<std::string>>();
    entry.hash = row.get<std::string>();
    return entry;
}

std::optional<AccessEntry> last_access(Connection& log) {
    Query last(log, fmt::format("SELECT {} FROM access ORDER BY id DESC LIMIT 1", access_columns));
    return last.step() ? std::optional(access_row(last)) : std::nullopt;
}

std::optional<AccessEntry> access_with_id(Connection& log, std::int64_t id) {
    Query one(log, fmt::format("SELECT {} FROM access WHERE id = ?", access_columns));
    one.with(id);
    return one.step() ? std::optional(access_row(one)) : std::nullopt;
}

bool has_entry(Connection& log, const AccessEnd& end) {
    Query one(log, "SELECT 1 FROM access WHERE id = ? AND hash = ?");
    one.with(end.entry, end.hash);
    return one.step();
}

}  // namespace db
