#include "db/ledger/changeset_rows.h"

#include <bit>
#include <cstdint>
#include <optional>

#include "schema/types/error.h"

namespace db {

namespace {

constexpr char table_mark = 'T';

}  // namespace

// Bytes taken from the front; once one is missing or is none of a changeset, all that follows is
// nothing.
class ChangesetRows::Reading {
  public:
    explicit Reading(std::string_view bytes) : bytes_(bytes) {}

    bool is_good() const { return is_good_; }
    Step fault() const { return is_short_ ? Step::short_of_bytes : Step::no_changeset; }
    std::size_t taken() const { return at_; }

    std::string_view take(std::uint64_t size) {
        if (!is_good_ || size > bytes_.size() - at_) {
            fail(true);
            return {};
        }
        const auto piece = bytes_.substr(at_, static_cast<std::size_t>(size));
        at_ += piece.size();
        return piece;
    }
    char take_byte() {
        const auto piece = take(1);
        return piece.empty() ? '\0' : piece.front();
    }
    // SQLite's variable-length integer: seven bits a byte, the ninth byte whole.
    std::uint64_t take_varint() {
        std::uint64_t value = 0;
        for (int i = 0; i < 9 && is_good_; ++i) {
            const auto bits = static_cast<unsigned char>(take_byte());
            if (i == 8) {
                return value << 8U | bits;
            }
            value = value << 7U | (bits & 0x7FU);
            if ((bits & 0x80U) == 0) {
                return value;
            }
        }
        return value;
    }
    std::string_view take_text() {
        const auto end = bytes_.find('\0', at_);
        const auto text = take(end == std::string_view::npos ? bytes_.size() + 1 : end - at_);
        take(1);
        return text;
    }
    void take_value(ChangedValue& value) {
        value = {.type = take_byte()};
        switch (value.type) {
            case 0:
            case SQLITE_NULL:
                break;
            case SQLITE_INTEGER:
                value.whole = std::bit_cast<std::int64_t>(take_eight());
                break;
            case SQLITE_FLOAT:
                value.real = std::bit_cast<double>(take_eight());
                break;
            case SQLITE_TEXT:
            case SQLITE_BLOB:
                value.bytes = take(take_varint());
                break;
            default:
                fail(false);
        }
    }
    void fail(bool is_short) {
        is_short_ = is_good_ ? is_short : is_short_;
        is_good_ = false;
    }

  private:
    std::uint64_t take_eight() {
        std::uint64_t value = 0;
        for (const char byte : take(8)) {
            value = value << 8U | static_cast<unsigned char>(byte);
        }
        return value;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool is_good_ = true;
    bool is_short_ = false;
};

ColumnCounts tables_and_columns(SQLite::Database& database) {
    SQLite::Statement rows(database, R"(
        SELECT t.name, (SELECT count(*) FROM pragma_table_info(t.name))
        FROM main.sqlite_schema AS t WHERE t.type = 'table')");
    ColumnCounts counts;
    while (rows.executeStep()) {
        counts[rows.getColumn(0).getString()] =
            static_cast<std::size_t>(rows.getColumn(1).getInt64());
    }
    return counts;
}

ChangesetRows::Step ChangesetRows::take_table(Reading& reading) {
    const auto columns = reading.take_varint();
    const auto keys = reading.take(columns);
    const auto name = reading.take_text();
    if (!reading.is_good()) {
        return reading.fault();
    }
    const auto table = tables_.find(name);
    if (table == tables_.end() || columns > table->second ||
        keys.find_first_not_of('\0') == std::string_view::npos) {
        return Step::no_changeset;
    }
    table_ = name;
    keys_ = keys;
    row_.table = table_;
    row_.keys = keys_;
    row_.columns = static_cast<int>(columns);
    return Step::table;
}

ChangesetRows::Step ChangesetRows::take_row(Reading& reading) {
    row_.operation = static_cast<unsigned char>(reading.take_byte());
    reading.take(1);
    const bool is_insert = row_.operation == SQLITE_INSERT;
    const bool is_delete = row_.operation == SQLITE_DELETE;
    if (reading.is_good() && !is_insert && !is_delete && row_.operation != SQLITE_UPDATE) {
        return Step::no_changeset;
    }
    row_.old_values.resize(is_insert ? 0 : keys_.size());
    row_.new_values.resize(is_delete ? 0 : keys_.size());
    for (auto* values : {&row_.old_values, &row_.new_values}) {
        for (auto& value : *values) {
            reading.take_value(value);
            if (!reading.is_good()) {
                return reading.fault();
            }
        }
    }
    return reading.is_good() ? Step::row : reading.fault();
}

ChangesetRows::Step ChangesetRows::step() {
    if (rest_.empty()) {
        return Step::short_of_bytes;
    }
    Reading reading(rest_);
    const bool is_table = rest_.front() == table_mark;
    if (needs_row_ ? is_table : !is_table && table_.empty()) {
        return Step::no_changeset;
    }
    if (is_table) {
        reading.take(1);
    }
    const auto step = is_table ? take_table(reading) : take_row(reading);
    if (step == Step::table || step == Step::row) {
        record_ = rest_.substr(0, reading.taken());
        if (is_table) {
            header_ = record_;
        }
        rest_.remove_prefix(reading.taken());
        needs_row_ = is_table;
    }
    return step;
}

// Whether there is more than before.
bool ChangesetRows::read_on() {
    if (!more_) {
        return false;
    }
    buffer_.erase(0, buffer_.size() - rest_.size());
    const bool is_more = more_(buffer_);
    rest_ = buffer_;
    return is_more;
}

bool ChangesetRows::next() {
    for (;;) {
        switch (step()) {
            case Step::row:
                return true;
            case Step::table:
                break;
            case Step::short_of_bytes:
                if (!read_on()) {
                    is_whole_ = rest_.empty() && !needs_row_;
                    return false;
                }
                break;
            default:
                return false;
        }
    }
}

bool is_changeset(const ColumnCounts& tables, std::string_view bytes) {
    ChangesetRows rows(tables, bytes);
    while (rows.next()) {
    }
    return rows.is_whole();
}

void for_each_changed_row(const ColumnCounts& tables,
                          std::string_view changes,
                          const std::function<bool(const ChangedRow&)>& visit) {
    ChangesetRows rows(tables, changes);
    while (rows.next()) {
        if (!visit(rows.row())) {
            return;
        }
    }
    if (!rows.is_whole()) {
        throw schema::damaged(
            "ledger", "holds changes that cannot be read", "run `needlebook check`");
    }
}

}  // namespace db
