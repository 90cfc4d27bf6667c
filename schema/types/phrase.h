#pragma once
// What is said, without a language: the id of a text in app/texts and the values of its arguments.
// A Language (app/texts/language.h) makes text of it, where it is written.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace schema {

// A number as it is to be written.
struct Number {
    double value = 0;
    int decimals = 0;
    bool is_signed = false;  // "+3" too
    std::string unit{};      // UCUM: "{lesions}"; empty: none is written

    bool operator==(const Number&) const = default;
};

enum class DateForm {
    record,   // as records have it: in English ISO 8601
    words,    // "24 May", "24 May 2026", "May 2026"
    weekday,  // "Sunday 24 May", "Sunday 24 May, 10:30"
};

struct When {
    PartialDate on;
    DateForm form = DateForm::record;
    bool with_year = true;  // of words
    std::string clock{};    // "10:30"; empty: the whole day

    bool operator==(const When&) const = default;
};

struct Argument;
using Arguments = std::vector<Argument>;

struct Phrase {
    std::string id;
    Arguments values;

    // Not in place: here nothing knows yet what an argument is.
    Phrase();
    Phrase(std::string id);
    Phrase(std::string id, Arguments values);
};
bool operator==(const Phrase& a, const Phrase& b);

// A text is somebody's own: a name, a note, a telephone number; no language changes it.
struct Value {
    using List = std::vector<Value>;

    Value(int count);
    Value(Number number);
    Value(When when);
    Value(Date day);  // as records have it
    Value(std::string text);
    Value(const char* text);
    Value(Phrase phrase);
    Value(List list);
    Value(const std::vector<Phrase>& list);
    // In one place: everything that is said is made of values.
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();

    std::variant<int, Number, When, std::string, Phrase, List> is;

    bool operator==(const Value& other) const;
};

struct Argument {
    std::string_view name;  // of a literal
    Value value;

    bool operator==(const Argument& other) const {
        return name == other.name && value == other.value;
    }
};

// With the decimals that it has, as 0.25.
Number exact(double value);

// What a field is called, and a word that records hold: what stands in app/texts in the place of
// "depth_mm" and "left_cheek".
Phrase field_label(std::string_view field);
Phrase word_name(std::string_view word);
Phrase noun_name(std::string_view noun);  // of a kind of record: "questionnaire"

}  // namespace schema
