#pragma once
// What is said of a field beside its name, type and meaning, where it is described.

#include <array>
#include <limits>
#include <string_view>

#include "schema/types/word.h"

namespace schema {

// Closed bounds of a number, and the step from the lower one where not every number between exists;
// the database keeps the same ones as CHECK.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    int step = 0;  // 0: every number of the field's type

    constexpr bool holds(double value) const { return value >= low && value <= high; }
    constexpr bool is_open() const { return low == -std::numeric_limits<double>::infinity(); }
};

// Closed bounds of what is usual. A number beyond them is stored once somebody says that it is so;
// `why` says where the bounds come from, or why a number has none.
struct Usual {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::string_view why{};

    constexpr bool holds(double value) const { return value >= low && value <= high; }
    constexpr bool is_open() const { return low == -std::numeric_limits<double>::infinity(); }
};

// Of an ordinal scale.
inline constexpr Usual every_grade{.why = "none: every grade of the scale occurs"};

// What a field is to its record. That it refers to another record, its type says.
enum class Role { value, when, until, free_text };

// What a form for a new record starts with. `nothing` for whatever belongs to one use: a lot, its
// expiry, a consent, the minutes that an anaesthetic was left on.
enum class Prefill { nothing, last_visit };

template <>
struct Words<Prefill> {
    static constexpr std::array<std::string_view, 2> all{"nothing", "last_visit"};
};

// A code of the whole field in a public terminology; only where one was verified to mean the same.
struct Code {
    std::string_view system;  // its URI
    std::string_view code;
};

struct Facets {
    Range range{};             // what is possible; anything else is refused
    Usual plausible{};         // what is usual; anything else is worth a question
    std::string_view unit{};   // UCUM
    std::string_view group{};  // of fields that stand together in a form
    Prefill prefill = Prefill::nothing;
    Role role = Role::value;
    Code code{};
    bool confidential = false;  // never shown in an error or a log
    bool by_program = false;    // no file or request says it
    bool planned = false;       // a day that may well be in the future
    bool preset = false;        // a new record has one: nobody need give it
    bool bulky = false;         // too long or too plain for a list at the terminal
    bool identity = false;      // tells records of one patient, moment and rater from each other
};

}  // namespace schema
