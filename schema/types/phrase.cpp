#include "schema/types/phrase.h"

#include <algorithm>
#include <utility>

#include "schema/types/text.h"

namespace schema {

Phrase::Phrase() = default;
Phrase::Phrase(std::string of) : id(std::move(of)) {}
Phrase::Phrase(std::string of, Arguments with) : id(std::move(of)), values(std::move(with)) {}

Value::Value(int count) : is(count) {}
Value::Value(Number number) : is(std::move(number)) {}
Value::Value(When when) : is(std::move(when)) {}
Value::Value(Date day) : is(When{day}) {}
Value::Value(std::string text) : is(std::move(text)) {}
Value::Value(const char* text) : is(std::string(text)) {}
Value::Value(Phrase phrase) : is(std::move(phrase)) {}
Value::Value(List list) : is(std::move(list)) {}
Value::Value(const std::vector<Phrase>& list) : is(List(list.begin(), list.end())) {}

Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;

bool Value::operator==(const Value& other) const {
    return is == other.is;
}

bool operator==(const Phrase& a, const Phrase& b) {
    return a.id == b.id && a.values == b.values;
}

Number exact(double value) {
    const auto text = number_text(value);
    const auto point = text.find('.');
    const bool has_decimals = point != std::string::npos && text.find('e') == std::string::npos;
    return {.value = value,
            .decimals = has_decimals ? static_cast<int>(text.size() - point) - 1 : 0};
}

Phrase field_label(std::string_view field) {
    return {"records.fields." + std::string(field)};
}

Phrase noun_name(std::string_view noun) {
    std::string id = "records.nouns." + std::string(noun);
    std::replace(id.begin(), id.end(), '-', '_');  // "depth-limit"
    return {std::move(id)};
}

Phrase word_name(std::string_view word) {
    return {"records.names." + std::string(word)};
}

}  // namespace schema
