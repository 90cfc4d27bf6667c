#include "schema/kinds/ddl.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/kinds/kinds.h"

namespace kinds {

namespace {

// Quoted where it is a word of SQL.
std::string column_name(std::string_view name) {
    const bool is_word = name == "from" || name == "on" || name == "condition";
    return is_word ? fmt::format("\"{}\"", name) : std::string(name);
}

std::string_view column_type(Type type) {
    switch (type) {
        case Type::whole:
        case Type::yes_no:
        case Type::id:
            return "INTEGER";
        case Type::number:
            return "REAL";
        default:
            return "TEXT";
    }
}

std::string moment_check(const std::string& name) {
    return fmt::format(
        "substr({0}, 1, 10) IS date(substr({0}, 1, 10), '+0 days') AND (length({0}) = 10 OR "
        "(length({0}) IN (16, 19) AND substr({0}, 11, 1) = 'T' AND substr({0}, 12) IS "
        "substr(time(substr({0}, 12)), 1, length({0}) - 11)))",
        name);
}

std::string partial_day_check(const std::string& name) {
    const auto full = fmt::format(
        "CASE length({0}) WHEN 4 THEN {0} || '-01-01' WHEN 7 THEN {0} || '-01' ELSE {0} END", name);
    return fmt::format("{0} IS date({0}, '+0 days')", full);
}

// The digits that a whole number of the range can be: [2468], [1-5]; anything for another item.
std::string item_pattern(const Field& item) {
    const auto& range = item.facets.range;
    if (item.type != Type::whole) {
        return "*";
    }
    if (range.step == 0) {
        return fmt::format("[{}-{}]", range.low, range.high);
    }
    std::string digits;
    for (int digit = static_cast<int>(range.low); range.holds(digit); digit += range.step) {
        digits += std::to_string(digit);
    }
    return fmt::format("[{}]", digits);
}

// All items in their order where they must be given, else one of them that the text begins with.
std::string items_check(const std::string& name, const std::vector<Field>& items) {
    std::vector<std::string> patterns;
    for (const auto& item : items) {
        const auto pattern = item_pattern(item);
        const bool open = !item.required && &item != &items.back() && pattern != "*";
        patterns.push_back(fmt::format("{}={}{}", item.name, pattern, open ? "*" : ""));
    }
    if (items.front().required) {
        return fmt::format("{} GLOB '{}'", name, fmt::join(patterns, ","));
    }
    return fmt::format(
        "{0} GLOB '{1}'", name, fmt::join(patterns, fmt::format("' OR {} GLOB '", name)));
}

// Empty if every value of the column's type will do.
std::string check_of(const Field& field) {
    const auto name = column_name(field.name);
    const auto& range = field.facets.range;
    switch (field.type) {
        case Type::text:
            return name + " <> ''";
        case Type::whole:
        case Type::number:
            return range.is_open()
                       ? ""
                       : fmt::format("{} BETWEEN {} AND {}", name, range.low, range.high);
        case Type::yes_no:
            return name + " IN (0, 1)";
        case Type::day:
            return fmt::format("{0} IS date({0}, '+0 days')", name);
        case Type::partial_day:
            return partial_day_check(name);
        case Type::moment:
            return moment_check(name);
        case Type::interval:
            return fmt::format(
                "{0} GLOB '[1-9]*[dwm]' AND length({0}) <= 5 AND rtrim(substr({0}, 1, "
                "length({0}) - 1), '0123456789') = ''",
                name);
        case Type::answers:
            return fmt::format("{0} <> '' AND trim({0}, '0123456789,') = ''", name);
        case Type::record:
        case Type::choice:
        case Type::id:
            return "";
        case Type::items:
            return items_check(name, field.items);
    }
    return "";
}

// By another record of the same patient.
bool is_referred_to(const Kind& kind) {
    return std::ranges::any_of(all(), [&](const Kind& other) {
        return other.owner == schema::Owner::patient &&
               std::ranges::any_of(
                   other.fields, [&](const Field& field) { return field.refers_to == kind.noun; });
    });
}

std::string table_sql(std::string_view name, const std::vector<std::string>& lines, bool rowid) {
    return fmt::format("CREATE TABLE {} (\n    {}\n) STRICT{};\n",
                       column_name(name),
                       fmt::join(lines, ",\n    "),
                       rowid ? "" : ", WITHOUT ROWID");
}

}  // namespace

std::vector<std::string> column_names(const Field& field) {
    const std::string name(field.name);
    if (field.type == Type::record) {
        return {name + "_kind", name + "_id"};
    }
    return {name};
}

std::vector<std::string> columns_sql(const Field& field) {
    if (field.type == Type::record) {
        return {fmt::format("{}_kind TEXT REFERENCES word_record_kind (word)", field.name),
                fmt::format("{0}_id INTEGER CHECK ({0}_id > 0)", field.name)};
    }
    auto sql = fmt::format("{} {}{}",
                           column_name(field.name),
                           column_type(field.type),
                           field.required ? " NOT NULL" : "");
    if (!field.word_table.empty()) {
        sql += fmt::format(" REFERENCES {} (word)", field.word_table);
    } else if (const auto check = check_of(field); !check.empty()) {
        sql += fmt::format(" CHECK ({})", check);
    }
    return {sql};
}

std::string tables_sql(const Kind& kind) {
    const bool owned = kind.owner == schema::Owner::patient;
    if (kind.table.empty()) {
        return "";
    }
    std::vector<std::string> lines;
    if (kind.has_id || !owned) {
        lines.push_back(fmt::format("id INTEGER PRIMARY KEY CHECK (id {} {})",
                                    kind.has_id ? ">" : "=",
                                    kind.has_id ? 0 : 1));
    }
    if (owned) {
        lines.emplace_back("patient_id INTEGER NOT NULL REFERENCES patient (id)");
    }
    for (const auto& field : kind.fields) {
        std::ranges::copy(columns_sql(field), std::back_inserter(lines));
    }
    if (kind.is_versioned) {
        lines.emplace_back("version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)");
        lines.emplace_back("voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))");
    }
    for (const auto& field : kind.fields) {
        if (field.type == Type::id && owned) {  // a record of the same patient
            lines.push_back(
                fmt::format("FOREIGN KEY ({}, patient_id) REFERENCES {} (id, patient_id)",
                            column_name(field.name),
                            named(field.refers_to).table));
        }
    }
    if (owned && is_referred_to(kind)) {
        lines.emplace_back("UNIQUE (id, patient_id)");
    }
    if (!kind.has_id && owned) {
        lines.push_back(
            fmt::format("PRIMARY KEY (patient_id, {})", column_name(kind.fields.front().name)));
    }
    auto sql = table_sql(kind.table, lines, kind.has_id || !owned);
    if (const auto& parts = kind.parts) {
        std::vector<std::string> part{
            fmt::format("{} INTEGER NOT NULL REFERENCES {} (id)", parts->owner, kind.table)};
        for (const auto& field : parts->fields) {
            std::ranges::copy(columns_sql(field), std::back_inserter(part));
        }
        part.push_back(fmt::format(
            "PRIMARY KEY ({}, {})", parts->owner, column_name(parts->fields.front().name)));
        sql += "\n" + table_sql(parts->table, part, false);
    }
    return sql;
}

std::string tables_sql() {
    std::string sql;
    for (const auto& kind : all()) {
        if (const auto tables = tables_sql(kind); !tables.empty()) {
            sql += (sql.empty() ? "" : "\n") + tables;
        }
    }
    return sql;
}

}  // namespace kinds
