#pragma once
// Values and whole records as JSON, and JSON as text.

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include "schema/kinds/kinds.h"

namespace exchange {

using OrderedJson = nlohmann::ordered_json;

// What `make` makes of each, in their order.
template <class List, class Make>
OrderedJson array_of(const List& list, const Make& make) {
    auto array = OrderedJson::array();
    for (const auto& each : list) {
        array.push_back(make(each));
    }
    return array;
}

// 24 and not 24.0, so that a count reads as one; the same number either way.
inline OrderedJson json_value(double value) {
    constexpr double exact_whole_numbers = 9007199254740992;  // 2^53
    if (std::nearbyint(value) == value && std::abs(value) < exact_whole_numbers) {
        return static_cast<std::int64_t>(value);
    }
    return std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr);
}

inline OrderedJson json_value(int value) {
    return value;
}
inline OrderedJson json_value(std::int64_t value) {
    return value;
}
inline OrderedJson json_value(bool value) {
    return value;
}
inline OrderedJson json_value(const std::string& value) {
    return value;
}
template <schema::Enumeration Enum>
OrderedJson json_value(Enum value) {
    return schema::word(value);
}
template <class Record>
OrderedJson json_value(schema::Id<Record> id) {
    return id.value;
}
// Days, moments and intervals are their texts.
template <class Value>
requires requires(const Value& value) {
    value.text();
}
OrderedJson json_value(const Value& value) {
    return value.text();
}
template <class Value>
OrderedJson json_value(const std::optional<Value>& value) {
    return value ? json_value(*value) : OrderedJson(nullptr);
}

OrderedJson json_value(const kinds::Field& field, const kinds::Value& value);

// Adds every field, and the parts as an array of objects.
void add_fields(OrderedJson& json, const kinds::ConstRecord& record);

// Bytes that are not UTF-8 become U+FFFD.
inline std::string json_text(const OrderedJson& json, int indent = 2) {
    return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace exchange
