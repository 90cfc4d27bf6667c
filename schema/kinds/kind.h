#pragma once
// A kind of record as data: what the store, the command line, files, JSON and HTTP know of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <typeinfo>
#include <vector>

#include "schema/kinds/field.h"
#include "schema/records/description.h"
#include "schema/records/steps.h"

namespace kinds {

// What a record has beside its own fields. Of a kind that lacks one of them, the first value.
struct Kept {
    std::int64_t id = 0;  // 0 until it is written
    std::int64_t patient = 0;
    int version = 1;
    bool voided = false;
};

// Rows that belong to a record; the first field is the key of one.
struct Parts {
    std::string_view name;    // the CSV column and JSON key: areas
    std::string_view option;  // the option that gives one: area
    std::string_view table;
    std::string_view owner;  // the column with the record's id
    std::string_view meaning;
    std::string_view form;  // how one is written: REGION:DEPTH_MM:PASSES
    schema::PartForm written{};
    std::vector<Field> fields;

    std::size_t (*count)(const void* record) = nullptr;
    const void* (*at)(const void* record, std::size_t place) = nullptr;
    void* (*edit)(void* record, std::size_t place) = nullptr;
    void* (*add)(void* record) = nullptr;  // a new one at the end
    void (*remove)(void* record, std::size_t place) = nullptr;
    void (*remove_last)(void* record) = nullptr;
    void (*clear)(void* record) = nullptr;
};

struct Kind {
    const std::type_info* type = nullptr;  // of the C++ record
    std::string_view noun;                 // on the command line and in the ledger
    std::string_view plural;
    std::string_view table;  // empty: it has none of its own
    std::string_view summary;
    std::string_view verb;  // of entering one: add, start, record
    schema::Owner owner{};
    schema::Steps steps;
    schema::Example example;
    bool made_by_program = false;   // nobody enters or corrects one
    bool has_own_entrance = false;  // it is entered by what is written for it alone, and not
                                    // corrected; voided, restored and moved as others are
    bool has_id = false;
    bool is_versioned = false;  // it is corrected and voided
    std::vector<Field> fields;
    std::optional<Parts> parts{};

    Kept (*kept)(const void* record) = nullptr;
    void (*set_kept)(void* record, const Kept& kept) = nullptr;

    // By the words that all kinds share.
    bool is_entered_as_others() const { return !made_by_program && !has_own_entrance; }

    // Nothing if it has no field of that name, or none of that role.
    const Field* field(std::string_view name) const;
    const Field* field(schema::Role role) const;
};

}  // namespace kinds
