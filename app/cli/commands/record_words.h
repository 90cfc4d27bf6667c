#pragma once
// How a record reads on a terminal, and the words of its commands.

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/cli/terminal/display_text.h"
#include "schema/records/part_text.h"
#include "schema/types/text.h"

namespace cli {

// What a kind of record says of itself in the help.
struct RecordWords {
    std::string verb;  // add, start, record
    std::string summary;
    std::string example;
    std::string output;
    std::string list_output;
    std::string show_output;
    std::string correction;  // the options of the example of `correct`
};

RecordWords words_of(std::string_view noun);

// The id, every field and the parts as texts.
template <class Record>
std::vector<std::string> field_texts(const Record& record) {
    std::vector<std::string> texts{std::to_string(record.id.value)};
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        texts.push_back(schema::Text<Value>::write(record.*field.member));
    });
    if constexpr (schema::HasParts<Record>) {
        texts.push_back(schema::parts_text(record.*schema::Description<Record>::parts.member));
    }
    return texts;
}

// One line per field that has a value: "  fitzpatrick   IV".
template <class Record>
std::string record_lines(const Record& record) {
    std::string lines;
    const auto line = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) {
            lines +=
                fmt::format("  {}{}\n", pad_right(schema::spaced(name) + "  ", 18), one_line(text));
        }
    };
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        line(field.name, schema::Text<Value>::write(record.*field.member));
    });
    if constexpr (schema::HasParts<Record>) {
        for (const auto& part : record.*schema::Description<Record>::parts.member) {
            line(schema::Description<Record>::parts.option, schema::part_text(part));
        }
    }
    return lines;
}

}  // namespace cli
