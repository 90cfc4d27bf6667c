// Any text as a date, a date pattern, a number, an interval or a part of a record: what is read can
// be written, and reads back as the same.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/text/date_format.h"
#include "app/text/number.h"
#include "app/text/time_offset.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/error.h"
#include "schema/types/interval.h"
#include "schema/types/text.h"
#include "tests/support/part_text.h"

namespace {

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

// What is a word of its own is written as it was read.
template <class Value>
void is_written_alike(std::string_view text) {
    if (const auto value = Value::read(text)) {
        demand(value->text() == text);
    }
}

void numbers(std::string_view text) {
    using exchange::Decimal;
    for (const auto decimal : {Decimal::plain, Decimal::point, Decimal::comma}) {
        if (const auto number = exchange::read_number(text, decimal)) {
            demand(std::isfinite(*number));
            demand(exchange::read_number(schema::Text<double>::write(*number)) == number);
        }
    }
    if (const auto number = schema::Text<double>::read(text)) {
        demand(schema::Text<double>::read(schema::Text<double>::write(*number)) == number);
    }
    exchange::DecimalEvidence evidence;
    evidence.see(text);
    if (const auto offset = exchange::TimeOffset::read(text)) {
        exchange::moved(schema::CivilTime(), *offset);
    }
}

void date_in(std::string_view cell, const std::optional<exchange::DateFormat>& format) {
    using exchange::DateVerdict;
    const auto reading = exchange::read_date(cell, format);
    switch (reading.verdict) {
        case DateVerdict::exact:
            demand(schema::CivilTime::read(reading.text).has_value());
            break;
        case DateVerdict::partial:
            demand(schema::PartialDate::read(reading.text).has_value());
            break;
        case DateVerdict::ambiguous:
            for (const auto& each : reading.readings) {
                demand(schema::CivilTime::read(each).has_value());
            }
            break;
        case DateVerdict::not_a_date:
            demand(reading.text.empty() && reading.readings.empty());
            break;
    }
    exchange::date_problem("fuzz.csv:1", cell, reading, format);
}

template <class Part>
void part(std::string_view text) {
    if (const auto value = schema::read_part<Part>(text)) {
        const auto again = schema::read_part<Part>(schema::part_text(*value));
        demand(again && schema::part_text(*again) == schema::part_text(*value));
    }
}

}  // namespace

// The first line is a pattern, the second a cell; both are every other kind of text too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const auto end = all.find('\n');
    const auto pattern = all.substr(0, end);
    const auto cell = end == std::string_view::npos ? all : all.substr(end + 1);
    is_written_alike<schema::Date>(cell);
    is_written_alike<schema::CivilTime>(cell);
    is_written_alike<schema::PartialDate>(cell);
    if (const auto interval = schema::Interval::read(cell)) {
        demand(schema::Interval::read(interval->text()) == interval);
    }
    numbers(cell);
    date_in(cell, std::nullopt);
    try {
        date_in(cell, exchange::DateFormat::read(pattern));
    } catch (const schema::Error&) {
        // No pattern.
    }
    part<schema::SessionArea>(cell);
    part<schema::AcneRegion>(cell);
    part<schema::ScarCount>(cell);
    part<schema::PigmentationRegion>(cell);
    return 0;
}
