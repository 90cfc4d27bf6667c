#include "app/cli/commands/value_given.h"

#include <vector>

#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "db/records/instruments.h"

namespace cli {

double value_given(const Invocation& call, const schema::Instrument& instrument) {
    const auto text = call.arguments.need("value");
    const auto* scale = instrument.built_in ? clinical::find_scale(instrument.code) : nullptr;
    const auto names = scale ? clinical::value_names(*scale) : std::vector<std::string_view>{};
    const auto named = scale ? clinical::value_named(*scale, text) : std::nullopt;
    if (names.empty() || named || schema::read_number(text)) {
        return named ? *named : read_option<double>(call, "value");
    }
    throw schema::refused(
        "--value",
        fmt::format("\"{}\" is neither a number nor a name of {}", text, scale->code),
        fmt::format("give one of: {}", fmt::join(names, ", ")));
}

schema::Instrument instrument_option(const Invocation& call, const db::Book& book) {
    const auto code = call.arguments.need("instrument");
    auto instrument = db::find_instrument(book, code);
    if (!instrument) {
        throw schema::refused(
            "--instrument",
            fmt::format("\"{}\" is not an instrument", code),
            "`needlebook instrument list` shows the codes, `instrument add` adds one");
    }
    return std::move(*instrument);
}

}  // namespace cli
