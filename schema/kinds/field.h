#pragma once
// A field of a kind of record as data: what it holds, and its value in a record that is known by
// its kind only.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schema/records/facets.h"
#include "schema/types/answers.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/interval.h"
#include "schema/types/record_name.h"
#include "schema/types/word.h"

namespace kinds {

enum class Type {
    text,
    whole,
    number,
    yes_no,
    day,
    partial_day,
    moment,
    interval,
    answers,
    record,  // of whichever kind, by kind and id
    choice,  // one of the field's words
    id,      // of a record of the kind that the field refers to
    items,   // a few named numbers or answers that are one value
};

struct Value;

// The place of a word among the words of its field.
struct Choice {
    int index = 0;
    bool operator==(const Choice&) const = default;
};
struct Reference {
    std::int64_t id = 0;
    bool operator==(const Reference&) const = default;
};
// One for each item of the field, in their order.
struct Items {
    std::vector<Value> values;
    bool operator==(const Items&) const;
};

// In the order of Type, after nothing at all: an optional field that is absent.
struct Value : std::variant<std::monostate,
                            std::string,
                            int,
                            double,
                            bool,
                            schema::Date,
                            schema::PartialDate,
                            schema::CivilTime,
                            schema::Interval,
                            schema::Answers,
                            schema::RecordName,
                            Choice,
                            Reference,
                            Items> {
    using variant::variant;
    bool is_absent() const { return index() == 0; }
    template <class Held>
    const Held& as() const {
        return std::get<Held>(*this);
    }
};

inline bool Items::operator==(const Items& other) const {
    return values == other.values;
}

struct Field {
    std::string_view name;     // the column, the CSV header, the JSON key; the option with - for _
    std::string_view meaning;  // one line for help and docs, with the unit
    Type type{};
    bool required = false;
    schema::Facets facets;
    std::span<const std::string_view> words{};  // of a choice, in their order
    std::string_view word_table{};              // the book's table of these words
    std::string_view refers_to{};               // the noun of the kind whose id it is
    std::vector<Field> items{};
    std::string_view item_form{};  // how the items are written

    // Whether whoever enters a record says it.
    bool must_be_given() const { return required && !facets.preset && !facets.by_program; }

    // The value in a record or part of the field's own kind; `set` takes what the type of the field
    // holds, and nothing for a field that is not required. Callers go through kinds::Record.
    Value (*get)(const void* record) = nullptr;
    void (*set)(void* record, Value value) = nullptr;
};

}  // namespace kinds

template <>
struct schema::Words<kinds::Type> {
    static constexpr std::array<std::string_view, 13> all{"text",
                                                          "whole",
                                                          "number",
                                                          "yes_no",
                                                          "day",
                                                          "partial_day",
                                                          "moment",
                                                          "interval",
                                                          "answers",
                                                          "record",
                                                          "choice",
                                                          "id",
                                                          "items"};
};
