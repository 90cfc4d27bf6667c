#include "db/sqlite/connection.h"

#include <array>
#include <cctype>

#include <fmt/format.h>

namespace db {

namespace {

struct Pragma {
    const char* name;
    const char* set;
    const char* reads_back;
    bool of_live_file = false;  // means nothing for a file that nobody writes, or in memory
};

// synchronous before journal_mode: NORMAL lost acknowledged rows in simulated power cuts, EXTRA
// lost none.
constexpr std::array<Pragma, 10> pragmas{{
    {"busy_timeout", "15000", "15000"},
    {"synchronous", "EXTRA", "3", true},
    {"journal_mode", "WAL", "wal", true},
    {"wal_autocheckpoint", "0", "0", true},  // checkpoints only under the writer lock
    {"recursive_triggers", "ON", "1"},       // REPLACE fires the delete triggers
    {"cell_size_check", "ON", "1"},
    {"mmap_size", "0", "0", true},
    {"temp_store", "MEMORY", "2"},  // nothing of a patient in temporary files
    {"secure_delete", "ON", "1"},
    {"ignore_check_constraints", "OFF", "0"},
}};

struct Switch {
    int option;
    int value;
    const char* name;
};

constexpr std::array<Switch, 6> switches{{
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1, "foreign keys"},
    {SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive"},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "trusted schema"},
    {SQLITE_DBCONFIG_DQS_DDL, 0, "double-quoted strings in DDL"},
    {SQLITE_DBCONFIG_DQS_DML, 0, "double-quoted strings in DML"},
    {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, "no checkpoint on close"},
}};

void set_switch(sqlite3* handle, const Switch& each) {
    int now = -1;
    if (sqlite3_db_config(handle, each.option, each.value, &now) != SQLITE_OK ||
        now != each.value) {
        throw schema::damaged("book",
                              fmt::format("SQLite does not take the setting: {}", each.name),
                              "use Debian's libsqlite3");
    }
}

void set_pragma(SQLite::Database& database, const Pragma& each) {
    database.exec(fmt::format("PRAGMA {} = {}", each.name, each.set));
    const auto now = database.execAndGet(fmt::format("PRAGMA {}", each.name)).getString();
    if (now != each.reads_back) {
        throw schema::damaged(
            "book",
            fmt::format("setting {} reads back {}, not {}", each.name, now, each.reads_back),
            "move the book to a local disk and use Debian's libsqlite3");
    }
}

// A URI, whose path has every byte escaped that would mean something else.
std::string uri_of(const std::filesystem::path& file, Medium medium) {
    if (medium == Medium::memory) {
        return ":memory:";
    }
    std::string uri = "file:";
    for (const char byte : std::filesystem::absolute(file).string()) {
        constexpr std::string_view plain = "/-._~";
        uri += std::isalnum(static_cast<unsigned char>(byte)) != 0 ||
                       plain.find(byte) != std::string_view::npos
                   ? std::string(1, byte)
                   : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return medium == Medium::unchanging ? uri + "?immutable=1" : uri;
}

int open_flags(Medium medium) {
    // A connection is used by one thread at a time; SQLite's own locks would only cost.
    return SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX |
           (medium == Medium::unchanging ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE);
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Medium medium)
    : medium_(medium),
      file_(file),
      uri_(uri_of(file, medium)),
      database_(uri_, open_flags(medium)) {
    try {
        configure();
    } catch (...) {
        note_close(database_.getHandle());
        note_failed_open(database_.getHandle());
        throw;
    }
}

void Connection::configure() {
    sqlite3_extended_result_codes(handle(), 1);
    for (const auto& each : switches) {
        set_switch(handle(), each);
    }
    for (const auto& each : pragmas) {
        if (medium_ == Medium::live || !each.of_live_file) {
            set_pragma(database_, each);
        }
    }
    // After wal_autocheckpoint, which uses the same hook.
    sqlite3_wal_hook(
        handle(),
        [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        log_pages_.get());
    sqlite3_update_hook(
        handle(),
        [](void* wrote, int, const char*, const char* table, sqlite3_int64) {
            *static_cast<bool*>(wrote) |= std::string_view(table) == "instrument";
        },
        wrote_instrument_.get());
}

// Another connection's commit changes the data version; our own write may yet be rolled back.
std::shared_ptr<const std::vector<schema::Instrument>> Connection::kept_instruments() {
    Query version(*this, "PRAGMA data_version");
    version.step();
    const auto now = version.get<std::int64_t>();
    if (now != data_version_ || *wrote_instrument_) {
        instruments_.reset();
        data_version_ = now;
        const bool is_open = sqlite3_txn_state(handle(), "main") == SQLITE_TXN_WRITE;
        *wrote_instrument_ = *wrote_instrument_ && is_open;
    }
    return instruments_;
}

void Connection::keep_instruments(
    std::shared_ptr<const std::vector<schema::Instrument>> instruments) {
    if (!*wrote_instrument_) {
        instruments_ = std::move(instruments);
    }
}

Connection::~Connection() {
    note_close(database_.getHandle());
}

void Connection::attach_to(SQLite::Database& other, const std::string& name) {
    SQLite::Statement attach(other, "ATTACH ? AS " + name);
    attach.bind(1, uri_);
    try {
        attach.exec();
    } catch (const SQLite::Exception& error) {
        // It is open here already, so it is there and may be read: then it was the disk, whatever
        // code SQLite has for it.
        const std::string_view said = error.what();
        if (said.starts_with("unable to open database") || said == sqlite3_errstr(SQLITE_IOERR)) {
            throw SQLite::Exception("disk I/O error", SQLITE_IOERR);
        }
        throw;
    }
    if (medium_ != Medium::memory) {
        return;
    }
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(handle(), "main", &size, 0);
    if (bytes == nullptr) {
        throw SQLite::Exception("out of memory", SQLITE_NOMEM);
    }
    bytes[18] = bytes[19] = 1;  // the versions of the file format without a write-ahead log
    const int code =
        sqlite3_deserialize(other.getHandle(),
                            name.c_str(),
                            bytes,
                            size,
                            size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(other.getHandle(), code);
    }
}

// If SQLite does not take it, the log stays beside the file: slower to open next time, nothing
// lost.
void Connection::checkpoint_on_close() noexcept {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Connection::checkpoint_if_long() {
    constexpr int pages_before_checkpoint = 1000;
    if (log_pages() > pages_before_checkpoint) {
        sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
}

void Connection::sync_log() {
    sqlite3_file* log = nullptr;
    int code = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (code == SQLITE_OK && log != nullptr && log->pMethods != nullptr) {
        code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    }
    if (code != SQLITE_OK) {
        throw SQLite::Exception("the write-ahead log cannot be brought to the disk", code);
    }
}

std::unique_ptr<SQLite::Statement> Connection::borrow(const std::string& sql) {
    note_use(database_.getHandle());
    const auto kept = statements_.find(sql);
    if (kept == statements_.end() || kept->second == nullptr) {
        return std::make_unique<SQLite::Statement>(database_, sql);
    }
    return std::move(kept->second);
}

void Connection::give_back(const std::string& sql, std::unique_ptr<SQLite::Statement> statement) {
    statement->tryReset();
    statement->clearBindings();
    statements_[sql] = std::move(statement);
}

}  // namespace db
