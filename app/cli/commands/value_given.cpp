#include "app/cli/commands/value_given.h"

#include <vector>

#include "app/cli/as_meant.h"
#include "app/cli/nearest.h"
#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"

namespace cli {

namespace {

// Nothing in `meant`: the text is none.
template <class Value>
Value option_as_meant(const Invocation& call,
                      const std::string& name,
                      const std::optional<Value>& meant,
                      const char* remedy) {
    const auto typed = call.arguments.need(name);
    if (!meant) {
        throw schema::refused("--" + name,
                              fmt::format("\"{}\" is not {}", typed, schema::Text<Value>::form()),
                              remedy);
    }
    if (const auto text = schema::Text<Value>::write(*meant); text != typed) {
        call.io.err << fmt::format("note: --{} \"{}\" is read as {}\n", name, typed, text);
    }
    return *meant;
}

std::vector<std::string> codes_of(const db::Book& book) {
    std::vector<std::string> codes;
    for (const auto& each : db::all_instruments(book)) {
        codes.push_back(each.code);
    }
    return codes;
}

AsMeant::Now now_of(const db::Book& book) {
    return [&book] { return tracking::now_in(db::read_clinic(book).time_zone); };
}

}  // namespace

schema::Date day_option(const Invocation& call, const db::Book& book, const std::string& name) {
    return option_as_meant(call,
                           name,
                           day_as_meant(call.arguments.need(name), now_of(book)),
                           "give a day of the calendar, as 2026-01-05, or today");
}

schema::CivilTime moment_option(const Invocation& call,
                                const db::Book& book,
                                const std::string& name) {
    return option_as_meant(call,
                           name,
                           moment_as_meant(call.arguments.need(name), now_of(book)),
                           "give a moment of the clinic's clock, as 2026-01-05T16:30, or now");
}

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
            did_you_mean("", nearest(code, codes_of(book))) +
                "`needlebook instrument list` shows the codes, `instrument add` adds one");
    }
    return std::move(*instrument);
}

}  // namespace cli
