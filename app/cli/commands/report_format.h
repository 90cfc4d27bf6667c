#pragma once
// The formats that reports are printed in.

#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "app/cli/invocation.h"
#include "schema/types/error.h"
#include "schema/types/word.h"

namespace cli {

enum class Format { text, md, html, csv };

// The word given to an option, or `otherwise`; throws when it is none of them.
template <schema::Enumeration Enum>
Enum word_given(const Invocation& call, const std::string& option, Enum otherwise) {
    const auto text = call.arguments.one(option);
    if (!text) {
        return otherwise;
    }
    const auto value = schema::read_word<Enum>(*text);
    if (!value) {
        throw schema::refused("--" + option,
                              fmt::format("\"{}\" is not one of them", *text),
                              "give " + schema::word_list<Enum>());
    }
    return *value;
}

}  // namespace cli

template <>
struct schema::Words<cli::Format> {
    static constexpr std::array<std::string_view, 4> all{"text", "md", "html", "csv"};
};
