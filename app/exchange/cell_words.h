#pragma once
// What problems of a cell say. For the .cpp files of this folder only.

#include <string>
#include <string_view>

#include "schema/kinds/kinds.h"
#include "schema/kinds/value_text.h"

namespace exchange {

// What the field takes, in words; empty for texts and the parts, whose own problems say it.
inline std::string form_text(const kinds::Kind& kind, std::string_view name) {
    const auto* field = kind.field(name);
    return field && field->type != kinds::Type::text ? kinds::form(*field) : std::string();
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
