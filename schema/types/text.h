#pragma once
// Every type that a field can have, to and from text: one strict reading for the command line,
// files and JSON.
//
//   Text<T>::read(text)   the value that `text` writes, all of it; nothing if it is not one
//   Text<T>::write(value) the text that reads back as the same value
//   Text<T>::form()       what to write, for help and errors: "a date YYYY-MM-DD"
//
// Numbers and dates are read in the digits of any script.

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/types/answers.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/id.h"
#include "schema/types/interval.h"
#include "schema/types/numerals.h"
#include "schema/types/word.h"

namespace schema {

template <class T>
struct Text;

// The shortest text that reads back as exactly this number: 0.1, 24, 1e-07.
std::string number_text(double value);
// A finite decimal number, "-1.5", "2e3" or "٧٫٥"; no sign +, no blanks, no hex, no inf or nan.
std::optional<double> read_number(std::string_view text);
// The pieces of `text` between the separators; one piece, perhaps empty, where there is none.
std::vector<std::string_view> split(std::string_view text, char separator);

template <>
struct Text<std::string> {
    static std::optional<std::string> read(std::string_view text) { return std::string(text); }
    static std::string write(const std::string& value) { return value; }
    static std::string form() { return "text"; }
};

template <class Whole>
requires(std::same_as<Whole, int> || std::same_as<Whole, std::int64_t>) struct Text<Whole> {
    static std::optional<Whole> read(std::string_view text) {
        return read_plain(text, [](std::string_view plain) -> std::optional<Whole> {
            Whole value = 0;
            const auto* const end = plain.data() + plain.size();
            const auto result = std::from_chars(plain.data(), end, value);
            return result.ec == std::errc() && result.ptr == end ? std::optional(value)
                                                                 : std::nullopt;
        });
    }
    static std::string write(Whole value) { return std::to_string(value); }
    static std::string form() { return "a whole number"; }
};

template <>
struct Text<double> {
    static std::optional<double> read(std::string_view text) { return read_number(text); }
    static std::string write(double value) { return number_text(value); }
    static std::string form() { return "a number such as 1.5"; }
};

template <>
struct Text<bool> {
    static std::optional<bool> read(std::string_view text) {
        const bool yes = text == "yes";
        return yes || text == "no" ? std::optional(yes) : std::nullopt;
    }
    static std::string write(bool value) { return value ? "yes" : "no"; }
    static std::string form() { return "yes or no"; }
};

template <class Record>
struct Text<Id<Record>> {
    static std::optional<Id<Record>> read(std::string_view text) {
        const auto value = Text<std::int64_t>::read(text);
        return value && *value > 0 ? std::optional(Id<Record>(*value)) : std::nullopt;
    }
    static std::string write(Id<Record> id) { return std::to_string(id.value); }
    static std::string form() { return "an id, a whole number from 1"; }
};

template <Enumeration Enum>
struct Text<Enum> {
    static std::optional<Enum> read(std::string_view text) { return read_word<Enum>(text); }
    static std::string write(Enum value) { return std::string(word(value)); }
    static std::string form() { return "one of " + word_list<Enum>(); }
};

// The value types that read and write themselves.
template <class Value>
struct SelfText {
    static std::optional<Value> read(std::string_view text) {
        return read_plain(text, [](std::string_view plain) { return Value::read(plain); });
    }
    static std::string write(const Value& value) { return value.text(); }
};

template <>
struct Text<Date> : SelfText<Date> {
    static std::string form() { return "a date YYYY-MM-DD"; }
};

template <>
struct Text<PartialDate> : SelfText<PartialDate> {
    static std::string form() {
        return "a date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD";
    }
};

template <>
struct Text<CivilTime> : SelfText<CivilTime> {
    static std::string form() { return "YYYY-MM-DD, YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS"; }
};

template <>
struct Text<Interval> : SelfText<Interval> {
    static std::string form() { return "an interval such as 28d, 4w or 1m"; }
};

template <>
struct Text<Answers> : SelfText<Answers> {
    static std::string form() {
        return "item answers such as 1,2,0,1 (an item left blank stays empty)";
    }
};

template <class T>
struct Text<std::optional<T>> {
    static std::optional<std::optional<T>> read(std::string_view text) {
        if (auto value = Text<T>::read(text)) {
            return std::optional<T>(std::move(*value));
        }
        return std::nullopt;
    }
    static std::string write(const std::optional<T>& value) {
        return value ? Text<T>::write(*value) : "";
    }
    static std::string form() { return Text<T>::form(); }
};

}  // namespace schema
