#pragma once
// SQLite's C API with the book's settings and nothing else: what the floors are written with.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

namespace bench {

class Raw {
  public:
    explicit Raw(const std::filesystem::path& file) {
        sqlite3* handle = nullptr;
        const int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
        handle_.reset(handle);
        must(code == SQLITE_OK);
        for (const auto* pragma : {"PRAGMA synchronous = EXTRA",
                                   "PRAGMA journal_mode = WAL",
                                   "PRAGMA wal_autocheckpoint = 0",
                                   "PRAGMA foreign_keys = ON",
                                   "PRAGMA recursive_triggers = ON",
                                   "PRAGMA cell_size_check = ON",
                                   "PRAGMA mmap_size = 0",
                                   "PRAGMA temp_store = MEMORY",
                                   "PRAGMA secure_delete = ON"}) {
            run(pragma);
        }
    }

    void run(const char* sql) {
        must(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    void must(bool well) const {
        if (!well) {
            throw std::runtime_error(sqlite3_errmsg(handle_.get()));
        }
    }
    sqlite3* handle() const { return handle_.get(); }

  private:
    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> handle_{nullptr, &sqlite3_close};
};

class RawQuery {
  public:
    RawQuery(const Raw& raw, const char* sql) : raw_(raw) {
        sqlite3_stmt* statement = nullptr;
        raw.must(sqlite3_prepare_v3(
                     raw.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) ==
                 SQLITE_OK);
        statement_.reset(statement);
    }
    RawQuery& bind(int at, std::int64_t value) {
        sqlite3_bind_int64(statement_.get(), at, value);
        return *this;
    }
    RawQuery& bind(int at, double value) {
        sqlite3_bind_double(statement_.get(), at, value);
        return *this;
    }
    RawQuery& bind(int at, const std::string& value) {
        sqlite3_bind_text(
            statement_.get(), at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    // True for a row; at the end the statement is ready for its next use.
    bool step() {
        const int code = sqlite3_step(statement_.get());
        if (code == SQLITE_ROW) {
            return true;
        }
        sqlite3_reset(statement_.get());
        raw_.must(code == SQLITE_DONE);
        return false;
    }
    std::int64_t whole(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
    std::string text(int column) const {
        return {reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column)),
                static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
    }
    // Reads every column of the row; the number of bytes and values read.
    std::int64_t touch() const {
        std::int64_t read = 0;
        for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i) {
            switch (sqlite3_column_type(statement_.get(), i)) {
                case SQLITE_INTEGER:
                    read += whole(i) & 1;
                    break;
                case SQLITE_FLOAT:
                    read += real(i) > 0 ? 1 : 0;
                    break;
                case SQLITE_TEXT:
                    read += static_cast<std::int64_t>(text(i).size());
                    break;
                default:
                    break;
            }
        }
        return read;
    }

  private:
    const Raw& raw_;
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement_{nullptr,
                                                                          &sqlite3_finalize};
};

}  // namespace bench
