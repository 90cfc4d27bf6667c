#include "app/cli/record_words.h"

#include "schema/kinds/kinds.h"

namespace cli {

RecordWords words_of(std::string_view noun) {
    const auto& kind = kinds::named(noun);
    const auto& example = kind.example;
    return {.verb = std::string(kind.verb),
            .summary = std::string(example.summary),
            .example = fmt::format("needlebook {} {} {}", noun, kind.verb, example.options),
            .output = noun == "patient" ? "1" : "3",
            .list_output = fmt::format("{}\n{}", example.headers, example.row),
            .show_output = fmt::format("{} 3 of C-001\n  …", noun),
            .correction = std::string(example.correction)};
}

}  // namespace cli
