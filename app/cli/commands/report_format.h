#pragma once
// The formats and languages that reports are printed in.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "app/cli/invocation.h"
#include "app/report/report_file.h"
#include "schema/types/error.h"
#include "schema/types/word.h"

namespace cli {

enum class Format { text, html, csv, xlsx };

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

// The language of the file, or nothing; throws where it is given for what is not one.
inline std::optional<exchange::ReportLanguage> language_given(const Invocation& call,
                                                              Format format) {
    if (call.arguments.has("language") && format != Format::html) {
        throw schema::misused("--language",
                              "it is for a file to read: the terminal and CSV are in English",
                              "add --format html, or leave --language out");
    }
    return call.arguments.has("language")
               ? std::optional(word_given(call, "language", exchange::ReportLanguage::english))
               : std::nullopt;
}

}  // namespace cli

template <>
struct schema::Words<cli::Format> {
    static constexpr std::array<std::string_view, 4> all{"text", "html", "csv", "xlsx"};
};
