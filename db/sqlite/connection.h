#pragma once
// An SQLite connection with the settings a book needs, each read back. For the .cpp files of this
// folder only.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "db/sqlite/sqlite.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/records/instrument.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace db {

// 'Ndlb', in every book's header.
constexpr std::int32_t application_id = 0x4E646C62;

// What the file lies on.
enum class Medium {
    live,  // read and written, by others too
    // Read only, without locks, and nobody writes it: a medium or folder that is locked.
    unchanging,
    memory,  // nothing but a private database in memory; `file` means nothing
};

class Connection {
  public:
    // Opens the file, which must exist, and applies the settings. Throws SQLite::Exception.
    explicit Connection(const std::filesystem::path& file, Medium medium = Medium::live);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // The file, and whether it is one that is read and written.
    const std::filesystem::path& file() const { return file_; }
    bool is_live() const { return medium_ == Medium::live; }

    // Attaches this database to `other` under `name`, to be read there; one in memory as a copy.
    void attach_to(SQLite::Database& other, const std::string& name);

    SQLite::Database& database() {
        note_use(database_.getHandle());
        return database_;
    }
    sqlite3* handle() { return database().getHandle(); }
    void run(const std::string& sql) { database().exec(sql); }
    std::int64_t number(const std::string& sql) { return database().execAndGet(sql).getInt64(); }

    // Closing the last connection folds the write-ahead log into the file. Off, except under the
    // writer lock.
    void checkpoint_on_close() noexcept;
    // Brings the write-ahead log to the disk, and its name where it is new. Throws
    // SQLite::Exception.
    void sync_log();
    // Pages in the write-ahead log after this connection's last commit.
    int log_pages() const { return *log_pages_; }
    // Folds the log into the file when it has grown; readers are not waited for. What it cannot
    // fold now it folds later. Only under the writer lock.
    void checkpoint_if_long();

    // The scales as they were last kept; null when somebody may have written since, and they must
    // be read anew.
    std::shared_ptr<const std::vector<schema::Instrument>> kept_instruments();
    // Keeps what was read after `kept_instruments` gave nothing.
    void keep_instruments(std::shared_ptr<const std::vector<schema::Instrument>> instruments);

    // A compiled statement from the cache, and its return. See Query.
    std::unique_ptr<SQLite::Statement> borrow(const std::string& sql);
    void give_back(const std::string& sql, std::unique_ptr<SQLite::Statement> statement);

  private:
    void configure();

    Medium medium_;
    std::filesystem::path file_;
    std::string uri_;
    // Its place never moves: SQLite writes to it.
    std::unique_ptr<int> log_pages_ = std::make_unique<int>(0);
    // Whether this connection wrote a scale; SQLite writes to it too.
    std::unique_ptr<bool> wrote_instrument_ = std::make_unique<bool>(false);
    std::shared_ptr<const std::vector<schema::Instrument>> instruments_;
    std::int64_t data_version_ = 0;  // of the file, when they were looked for
    SQLite::Database database_;      // before the statements, which may not outlive it
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements_;
};

// One use of a statement: bind values in order, step through rows, read columns in order.
class Query {
  public:
    Query(Connection& connection, const std::string& sql)
        : connection_(connection), sql_(sql), statement_(connection.borrow(sql)) {}
    ~Query() { connection_.give_back(sql_, std::move(statement_)); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template <class... Values>
    Query& with(const Values&... values) {
        (bind(values), ...);
        return *this;
    }
    // The same for one more run of a statement that returns no rows.
    template <class... Values>
    Query& again(const Values&... values) {
        statement_->reset();
        bound_ = 0;
        return with(values...);
    }
    // Binds to the next place.
    template <class Value>
    void bind(const Value& value) {
        bind_at(++bound_, value);
    }
    bool step() {
        column_ = 0;
        return statement_->executeStep();
    }
    void run() { statement_->exec(); }

    // The next column of the row. A text that its type cannot read means a damaged book.
    template <class Value>
    Value get() {
        return read(statement_->getColumn(column_++), static_cast<Value*>(nullptr));
    }

  private:
    void bind_at(int at, const std::string& value) { statement_->bind(at, value); }
    void bind_at(int at, int value) { statement_->bind(at, value); }
    void bind_at(int at, std::int64_t value) { statement_->bind(at, value); }
    void bind_at(int at, bool value) { statement_->bind(at, value ? 1 : 0); }
    void bind_at(int at, double value) { statement_->bind(at, value); }
    template <class Record>
    void bind_at(int at, schema::Id<Record> value) {
        statement_->bind(at, value.value);
    }
    template <class Value>
    void bind_at(int at, const std::optional<Value>& value) {
        value ? bind_at(at, *value) : statement_->bind(at);
    }
    // Everything else is stored as its text.
    template <class Value>
    void bind_at(int at, const Value& value) {
        statement_->bind(at, schema::Text<Value>::write(value));
    }

    static std::int64_t read(const SQLite::Column& column, std::int64_t*) {
        return column.getInt64();
    }
    static int read(const SQLite::Column& column, int*) {
        return static_cast<int>(column.getInt64());
    }
    static bool read(const SQLite::Column& column, bool*) { return column.getInt64() != 0; }
    static double read(const SQLite::Column& column, double*) { return column.getDouble(); }
    static std::string read(const SQLite::Column& column, std::string*) {
        return column.getString();
    }
    template <class Record>
    static schema::Id<Record> read(const SQLite::Column& column, schema::Id<Record>*) {
        return schema::Id<Record>(column.getInt64());
    }
    template <class Value>
    static std::optional<Value> read(const SQLite::Column& column, std::optional<Value>*) {
        return column.isNull() ? std::nullopt
                               : std::optional(read(column, static_cast<Value*>(nullptr)));
    }
    template <class Value>
    static Value read(const SQLite::Column& column, Value*) {
        auto value = schema::Text<Value>::read(column.getString());
        if (!value) {
            throw schema::damaged("book",
                                  std::string("column ") + column.getName() +
                                      " holds a text that is not " + schema::Text<Value>::form(),
                                  "run `needlebook check`");
        }
        return std::move(*value);
    }

    Connection& connection_;
    const std::string sql_;
    std::unique_ptr<SQLite::Statement> statement_;
    int bound_ = 0;
    int column_ = 0;
};

}  // namespace db
