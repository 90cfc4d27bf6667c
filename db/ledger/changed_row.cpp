#include "db/ledger/changed_row.h"

#include "schema/types/text.h"

namespace db {

std::string ChangedValue::text() const {
    switch (type) {
        case SQLITE_INTEGER:
            return std::to_string(whole);
        case SQLITE_FLOAT:
            return schema::number_text(real);
        default:
            return std::string(bytes);
    }
}

std::optional<std::int64_t> ChangedRow::number(int column) const {
    const auto* const value = told(column);
    return value == nullptr ? std::nullopt : std::optional(value->number());
}

std::string ChangedRow::name() const {
    std::string name(table);
    for (int i = 0; i < columns; ++i) {
        if (is_key(i)) {
            const auto* const value = told(i);
            name += '\0';
            name += value == nullptr ? "" : value->text();
        }
    }
    return name;
}

}  // namespace db
