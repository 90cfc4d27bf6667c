#include "app/texts/phrase.h"

#include <utility>

namespace texts {

Phrase::Phrase() = default;
Phrase::Phrase(std::string of) : id(std::move(of)) {}
Phrase::Phrase(std::string of, Arguments with) : id(std::move(of)), values(std::move(with)) {}

Value::Value(int count) : is(count) {}
Value::Value(Number number) : is(std::move(number)) {}
Value::Value(When when) : is(std::move(when)) {}
Value::Value(schema::Date day) : is(When{day}) {}
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

}  // namespace texts
