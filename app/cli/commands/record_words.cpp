#include "app/cli/commands/record_words.h"

#include <fmt/format.h>

#include "app/cli/terminal/display_text.h"
#include "schema/kinds/record_text.h"

namespace cli {

std::vector<std::string> field_texts(const kinds::ConstRecord& record) {
    std::vector<std::string> texts{std::to_string(record.kept().id)};
    for (const auto& field : record.kind().fields) {
        texts.push_back(kinds::text_of(field, record.get(field)));
    }
    if (record.kind().parts) {
        texts.push_back(kinds::parts_text(record));
    }
    return texts;
}

std::string record_lines(const kinds::ConstRecord& record) {
    std::string lines;
    const auto line = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) {
            lines +=
                fmt::format("  {}{}\n", pad_right(schema::spaced(name) + "  ", 18), one_line(text));
        }
    };
    for (const auto& field : record.kind().fields) {
        line(field.name, kinds::text_of(field, record.get(field)));
    }
    if (const auto& parts = record.kind().parts) {
        for (std::size_t i = 0; i < parts->count(record.at()); ++i) {
            line(parts->option, kinds::part_text(*parts, parts->at(record.at(), i)));
        }
    }
    return lines;
}

}  // namespace cli
