#include "db/ledger/epoch.h"

#include <algorithm>
#include <bit>
#include <utility>

#include <fmt/format.h>

#include "db/ledger/tables.h"
#include "db/utc.h"

namespace db {

namespace {

// Changes in the format of changeset_rows.h, of rows that are all new.
class NewRows {
  public:
    NewRows() { bytes_.reserve(epoch_bytes + (1U << 16U)); }

    void begin_table(std::string_view name, std::string_view key_positions) {
        bytes_ += 'T';
        put_varint(key_positions.size());
        bytes_ += key_positions;
        bytes_ += name;
        bytes_ += '\0';
    }
    void add(SQLite::Statement& row) {
        constexpr std::string_view direct_insert("\x12\0", 2);
        bytes_ += direct_insert;
        for (int i = 0; i < row.getColumnCount(); ++i) {
            add(row.getColumn(i));
        }
    }
    std::size_t size() const { return bytes_.size(); }
    const std::string& bytes() const { return bytes_; }
    void clear() { bytes_.clear(); }

  private:
    void add(const SQLite::Column& value) {
        bytes_ += static_cast<char>(value.getType());
        switch (value.getType()) {
            case SQLITE_INTEGER:
                put_eight(std::bit_cast<std::uint64_t>(value.getInt64()));
                break;
            case SQLITE_FLOAT:
                put_eight(std::bit_cast<std::uint64_t>(value.getDouble()));
                break;
            case SQLITE_NULL:
                break;
            default: {
                const auto* const blob = static_cast<const char*>(value.getBlob());
                const auto size = static_cast<std::size_t>(value.getBytes());
                put_varint(size);
                bytes_.append(blob, size);
            }
        }
    }
    void put_eight(std::uint64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes_ += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
        }
    }
    // Below 2^56, which is more than a book can be long.
    void put_varint(std::uint64_t value) {
        std::string digits(1, static_cast<char>(value & 0x7FU));
        while ((value >>= 7U) != 0) {
            digits += static_cast<char>(0x80U | (value & 0x7FU));
        }
        bytes_.append(digits.rbegin(), digits.rend());
    }

    std::string bytes_;
};

// A byte per column: its place in the primary key from 1, 0 outside.
std::string key_positions(Connection& connection, const std::string& table) {
    Query columns(connection, "SELECT pk FROM pragma_table_info(?) ORDER BY cid");
    columns.with(table);
    std::string positions;
    while (columns.step()) {
        positions += static_cast<char>(columns.get<int>());
    }
    return positions;
}

std::string differences_text(const EpochCause& cause) {
    std::string text;
    for (const auto& each : cause.differences) {
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", each.where, each.what);
    }
    return text;
}

class Epoch {
  public:
    Epoch(Connection& connection, const EpochCause& cause)
        : connection_(connection), cause_(cause), before_(ledger_end(connection)) {}

    Head begin() {
        for (const auto& table : tables_of_record(connection_)) {
            add(table);
        }
        append_entry();
        Query(connection_, "UPDATE aggregate_state SET seq = ? WHERE seq = ?")
            .with(end_.seq, before_.seq)
            .run();
        return end_;
    }

  private:
    void add(const std::string& table) {
        const auto keys = key_positions(connection_, table);
        SQLite::Statement row(connection_.database(),
                              fmt::format("SELECT * FROM {} ORDER BY {}",
                                          quoted_name(table),
                                          key_columns(connection_, table)));
        bool is_begun = false;
        while (row.executeStep()) {
            if (rows_.size() >= epoch_bytes) {
                append_entry();
                is_begun = false;
            }
            if (!is_begun) {
                rows_.begin_table(table, keys);
                is_begun = true;
            }
            rows_.add(row);
        }
    }

    void append_entry() {
        LedgerEntry entry;
        entry.at = std::max(utc_now(), last_time_);
        entry.actor = cause_.actor;
        entry.action = is_begun_ ? epoch_goes_on : epoch_begins;
        entry.reason = cause_.reason;
        entry.answer = is_begun_ ? std::string() : differences_text(cause_);
        end_ = append(connection_, std::move(entry), rows_.bytes());
        is_begun_ = true;
        rows_.clear();
    }

    // The program's own entry is no word on a clock that was set back: that is for whoever writes.
    static std::string last_time(Connection& connection) {
        Query last(connection, "SELECT at FROM ledger ORDER BY seq DESC LIMIT 1");
        return last.step() ? last.get<std::string>() : "";
    }

    Connection& connection_;
    const EpochCause& cause_;
    const Head before_;
    const std::string last_time_ = last_time(connection_);
    Head end_;
    NewRows rows_;
    bool is_begun_ = false;
};

}  // namespace

Head begin_epoch(Connection& connection, const EpochCause& cause) {
    return Epoch(connection, cause).begin();
}

std::int64_t last_epoch(Connection& connection) {
    Query last(connection, "SELECT max(seq) FROM ledger WHERE action = ?");
    last.with(std::string(epoch_begins));
    return last.step() ? last.get<std::optional<std::int64_t>>().value_or(0) : 0;
}

}  // namespace db
