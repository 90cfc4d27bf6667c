#pragma once
// What problems of a cell say. For the .cpp files of this folder only.

#include <string>
#include <string_view>
#include <type_traits>

#include "schema/records/description.h"
#include "schema/records/set_field.h"

namespace exchange {

// What the field takes, in words; empty for texts and the parts, whose own problems say it.
template <class Record>
std::string form_text(std::string_view name) {
    std::string form;
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        if (field.name == name && !schema::is_text<Value>) {
            form = schema::field_form(field);
        }
    });
    return form;
}

// A message no longer than a person reads, never cut inside a character.
inline std::string shortened(std::string text) {
    constexpr std::size_t limit = 300;
    if (text.size() <= limit) {
        return text;
    }
    std::size_t size = limit;
    while ((static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return text.substr(0, size) + "…";
}

}  // namespace exchange
