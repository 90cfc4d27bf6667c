#pragma once
// How a record describes itself, once. The same list of fields serves the table's columns, the
// options of the command line, the columns of CSV files, the keys of JSON and the pages of
// docs/data-model.md; so a field added here (and to a migration) is everywhere.

#include <concepts>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace schema {

// Closed bounds of a number; the database keeps the same ones as CHECK.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();

    constexpr bool holds(double value) const { return value >= low && value <= high; }
};

constexpr bool confidential = true;

template <class Record, class Value>
struct Field {
    std::string_view name;  // the column, the CSV header, the JSON key; the option with - for _
    Value Record::*member;
    std::string_view meaning;  // one line for help and docs, with the unit
    Range range{};
    bool is_confidential = false;  // never shown in an error or a log

    using value_type = Value;
};

template <class Record, class Value>
Field(std::string_view, Value Record::*, std::string_view) -> Field<Record, Value>;
template <class Record, class Value>
Field(std::string_view, Value Record::*, std::string_view, Range) -> Field<Record, Value>;
template <class Record, class Value>
Field(std::string_view, Value Record::*, std::string_view, Range, bool) -> Field<Record, Value>;

// Rows that belong to a record and are nothing without it: the areas of a session.
template <class Record, class Part>
struct Parts {
    std::string_view name;    // the CSV column and JSON key: areas
    std::string_view option;  // the option that gives one, repeatable: area
    std::string_view table;   // session_area
    std::string_view owner;   // session_id
    std::vector<Part> Record::*member;
    std::string_view meaning;
};

// Specialised beside each record: noun, table, plural, summary, fields; for a record with parts
// also `parts`.
template <class Record>
struct Description;

template <class T>
struct optional_of : std::false_type {};
template <class T>
struct optional_of<std::optional<T>> : std::true_type {};

// A field must be given unless it is optional.
template <class Value>
constexpr bool is_required = !optional_of<Value>::value;

template <class Record>
concept HasParts = requires {
    Description<Record>::parts;
};

// Calls `visit(field)` for each field of the record, in order.
template <class Record, class Visit>
constexpr void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, Description<Record>::fields);
}

}  // namespace schema
