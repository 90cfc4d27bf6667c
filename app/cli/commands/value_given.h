#pragma once
// What was given with an option or an argument, as a value of its type; else refused.

#include <string>

#include <fmt/format.h>

#include "app/cli/invocation.h"
#include "schema/records/instrument.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

template <class Value>
Value read_option(const Invocation& call, const std::string& name) {
    const auto text = call.arguments.need(name);
    auto value = schema::Text<Value>::read(text);
    if (!value) {
        throw schema::refused("--" + name,
                              fmt::format("\"{}\" is not {}", text, schema::Text<Value>::form()),
                              fmt::format("give {}", schema::Text<Value>::form()));
    }
    return std::move(*value);
}

// The day or the moment that was given, as people type one: today, now, 2026-01-05 10:30. What is
// read otherwise than it was typed is told on `io.err`. Throws schema::Error (refused).
schema::Date day_option(const Invocation& call, const db::Book& book, const std::string& name);
schema::CivilTime moment_option(const Invocation& call,
                                const db::Book& book,
                                const std::string& name);

// --value: the number, or on a scale of the program's own that names its values the name of one.
double value_given(const Invocation& call, const schema::Instrument& instrument);

// --instrument: the scale with this code.
schema::Instrument instrument_option(const Invocation& call, const db::Book& book);

}  // namespace cli
