#pragma once
// How a record describes itself, once. schema/kinds makes data of it, from which the table's
// columns, the options of the command line, the columns of CSV files, the keys of JSON and the
// pages of docs/data-model.md are derived; so a field added here (and to a migration) is
// everywhere.

#include <concepts>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/records/facets.h"
#include "schema/records/steps.h"

namespace schema {

template <class Record, class Value>
struct Field {
    std::string_view name;  // the column, the CSV header, the JSON key; the option with - for _
    Value Record::*member;
    std::string_view meaning;  // one line for help and docs, with the unit
    Facets facets{};

    using value_type = Value;
};

template <class Record, class Value>
Field(std::string_view, Value Record::*, std::string_view) -> Field<Record, Value>;
template <class Record, class Value>
Field(std::string_view, Value Record::*, std::string_view, Facets) -> Field<Record, Value>;

// How one part is written: its fields in their order between colons or an equals sign, or its first
// field, then the names and numbers of the others that are not 0.
enum class PartForm { colons, equals, named };

// Rows that belong to a record and are nothing without it: the areas of a session. A part's first
// field tells it from the others.
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
// also `parts`; where they are not the usual ones `verb`, `steps`, `example`.
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
