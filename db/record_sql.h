#pragma once
// The SQL of a record that describes itself, made from its constant names. Values are always bound,
// never here.

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "schema/records/description.h"
#include "schema/types/civil_time.h"
#include "schema/types/record_name.h"

namespace db {

// "name": some columns are named by words of SQL (from, on).
inline std::string quoted_name(std::string_view name) {
    return '"' + std::string(name) + '"';
}

// The columns of a field: its name, but two of a record that is named.
template <class Record, class Value>
std::vector<std::string> columns_of(const schema::Field<Record, Value>& field) {
    const std::string name(field.name);
    if constexpr (std::is_same_v<Value, std::optional<schema::RecordName>>) {
        return {name + "_kind", name + "_id"};
    } else {
        return {name};
    }
}

// `each` for every column, with its quoted name in place of "#", separated by ", ".
template <class Record>
std::string field_list(std::string_view each) {
    std::string list;
    schema::for_each_field<Record>([&](const auto& field) {
        for (const auto& column : columns_of(field)) {
            std::string item(each);
            if (const auto at = item.find('#'); at != std::string::npos) {
                item.replace(at, 1, quoted_name(column));
            }
            list += (list.empty() ? "" : ", ") + item;
        }
    });
    return list;
}

template <class Record>
std::string table_name() {
    return quoted_name(schema::Description<Record>::table);
}

// The column that says when: the first civil time of the record, else its id.
template <class Record>
std::string time_column() {
    std::string column = "id";
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        if (column == "id" && std::is_same_v<Value, schema::CivilTime>) {
            column = quoted_name(field.name);
        }
    });
    return column;
}

}  // namespace db
