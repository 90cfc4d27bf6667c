#include "db/sqlite/kind_rows.h"

#include <fmt/format.h>

#include "schema/kinds/ddl.h"
#include "schema/kinds/value_text.h"

namespace db {

namespace {

using kinds::Field;
using kinds::Type;
using kinds::Value;

void bind_value(Query& query, const Field& field, const Value& value) {
    std::visit(
        [&]<class Held>(const Held& held) {
            if constexpr (std::is_same_v<Held, std::monostate>) {
                for (std::size_t i = 0; i < kinds::column_names(field).size(); ++i) {
                    query.bind(std::optional<std::string>());
                }
            } else if constexpr (std::is_same_v<Held, kinds::Reference>) {
                query.bind(held.id);
            } else if constexpr (std::is_same_v<Held, schema::RecordName>) {
                query.bind(held.kind);
                query.bind(held.id);
            } else if constexpr (std::is_same_v<Held, kinds::Choice> ||
                                 std::is_same_v<Held, kinds::Items>) {
                query.bind(kinds::text_of(field, held));
            } else {
                query.bind(held);
            }
        },
        static_cast<const Value::variant&>(value));
}

template <class Held>
Value value_of(std::optional<Held> column) {
    return column ? Value(std::move(*column)) : Value();
}

Value read(Query& row, const Field& field) {
    switch (field.type) {
        case Type::text:
            return value_of(row.get<std::optional<std::string>>());
        case Type::whole:
            return value_of(row.get<std::optional<int>>());
        case Type::number:
            return value_of(row.get<std::optional<double>>());
        case Type::yes_no:
            return value_of(row.get<std::optional<bool>>());
        case Type::id: {
            const auto id = row.get<std::optional<std::int64_t>>();
            return id ? Value(kinds::Reference{*id}) : Value();
        }
        case Type::record: {
            auto kind = row.get<std::optional<std::string>>();
            const auto id = row.get<std::optional<std::int64_t>>();
            return kind && id ? Value(schema::RecordName{std::move(*kind), *id}) : Value();
        }
        default:
            break;
    }
    const auto text = row.get<std::optional<std::string>>();
    auto value = text ? kinds::read(field, *text) : Value();
    if (!value) {
        throw schema::damaged(
            "book",
            fmt::format(
                "column {} holds a text that is not {}", field.name, kinds::type_form(field)),
            "run `needlebook check`");
    }
    return std::move(*value);
}

}  // namespace

std::string quoted_name(std::string_view name) {
    return '"' + std::string(name) + '"';
}

std::string unused_id(std::string_view table) {
    return fmt::format(
        "(SELECT 1 + max(coalesce((SELECT max(id) FROM {}), 0), "
        "coalesce((SELECT id FROM highest_id WHERE name = '{}'), 0)))",
        quoted_name(table),
        table);
}

std::string field_list(const std::vector<Field>& fields, std::string_view each) {
    std::string list;
    for (const auto& field : fields) {
        for (const auto& column : kinds::column_names(field)) {
            std::string item(each);
            if (const auto at = item.find('#'); at != std::string::npos) {
                item.replace(at, 1, quoted_name(column));
            }
            list += (list.empty() ? "" : ", ") + item;
        }
    }
    return list;
}

void bind_fields(Query& query, const std::vector<Field>& fields, const void* at) {
    for (const auto& field : fields) {
        bind_value(query, field, field.get(at));
    }
}

void read_fields(Query& row, const std::vector<Field>& fields, void* at) {
    for (const auto& field : fields) {
        auto value = read(row, field);
        if (value.is_absent() && field.required) {
            throw schema::damaged("book",
                                  fmt::format("column {} holds nothing", field.name),
                                  "run `needlebook check`");
        }
        field.set(at, std::move(value));
    }
}

}  // namespace db
