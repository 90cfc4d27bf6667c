#pragma once
// The SQL of a record that describes itself, made from its constant names. Values are always bound,
// never here.

#include <string>
#include <string_view>

#include "schema/records/description.h"
#include "schema/types/civil_time.h"

namespace db {

// "name": some columns are named by words of SQL (from, on).
inline std::string quoted_name(std::string_view name) {
    return '"' + std::string(name) + '"';
}

// `each` for every field, with its quoted name in place of "#", separated by ", ".
template <class Record>
std::string field_list(std::string_view each) {
    std::string list;
    schema::for_each_field<Record>([&](const auto& field) {
        std::string item(each);
        if (const auto at = item.find('#'); at != std::string::npos) {
            item.replace(at, 1, quoted_name(field.name));
        }
        list += (list.empty() ? "" : ", ") + item;
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
