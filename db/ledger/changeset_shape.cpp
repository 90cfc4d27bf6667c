#include "db/ledger/changeset_shape.h"

#include <cstdint>
#include <optional>

namespace db {

namespace {

constexpr char table_mark = 'T';
constexpr char insert_mark = 18;
constexpr char delete_mark = 9;
constexpr char update_mark = 23;

// Bytes read from the front; nothing once there are too few.
class Bytes {
  public:
    explicit Bytes(std::string_view rest) : rest_(rest) {}

    bool empty() const { return rest_.empty(); }
    char next() const { return rest_.front(); }

    std::optional<std::string_view> take(std::uint64_t size) {
        if (size > rest_.size()) {
            return std::nullopt;
        }
        const auto taken = rest_.substr(0, static_cast<std::size_t>(size));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    // SQLite's variable-length integer: seven bits a byte, the ninth byte whole.
    std::optional<std::uint64_t> take_varint() {
        std::uint64_t value = 0;
        for (int i = 0; i < 9; ++i) {
            const auto byte = take(1);
            if (!byte) {
                return std::nullopt;
            }
            const auto bits = static_cast<unsigned char>(byte->front());
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
    std::optional<std::string_view> take_text() {
        const auto end = rest_.find('\0');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        const auto text = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return text;
    }

  private:
    std::string_view rest_;
};

bool take_value(Bytes& bytes) {
    const auto type = bytes.take(1);
    if (!type) {
        return false;
    }
    switch (type->front()) {
        case 0:
        case 5:
            return true;
        case 1:
        case 2:
            return bytes.take(8).has_value();
        case 3:
        case 4: {
            const auto size = bytes.take_varint();
            return size && bytes.take(*size);
        }
        default:
            return false;
    }
}

bool take_row(Bytes& bytes, std::size_t columns) {
    const auto operation = bytes.take(2);
    if (!operation) {
        return false;
    }
    const char mark = operation->front();
    if (mark != insert_mark && mark != delete_mark && mark != update_mark) {
        return false;
    }
    const auto values = mark == update_mark ? 2 * columns : columns;
    for (std::size_t i = 0; i < values; ++i) {
        if (!take_value(bytes)) {
            return false;
        }
    }
    return true;
}

// The number of columns of a table header; nothing if it is none of these tables'.
std::optional<std::size_t> take_table(Bytes& bytes, const ColumnCounts& tables) {
    const auto mark = bytes.take(1);
    if (!mark || mark->front() != table_mark) {
        return std::nullopt;
    }
    const auto columns = bytes.take_varint();
    const auto keys = columns ? bytes.take(*columns) : std::nullopt;
    const auto name = keys ? bytes.take_text() : std::nullopt;
    const auto table = name ? tables.find(*name) : tables.end();
    const bool fits = table != tables.end() && *columns <= table->second &&
                      keys->find_first_not_of('\0') != std::string_view::npos;
    return fits ? std::optional(static_cast<std::size_t>(*columns)) : std::nullopt;
}

}  // namespace

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

bool ChangesetShape::fits(std::string_view changeset) const {
    Bytes bytes(changeset);
    while (!bytes.empty()) {
        const auto columns = take_table(bytes, tables_);
        if (!columns || bytes.empty()) {
            return false;
        }
        while (!bytes.empty() && bytes.next() != table_mark) {
            if (!take_row(bytes, *columns)) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace db
