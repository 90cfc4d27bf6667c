#pragma once
// What programs write behind a time of day: fractions of a second, AM or PM, a zone.

#include <optional>
#include <string_view>

#include "app/text/date_reading.h"

namespace exchange {

struct ClockTail {
    std::string_view before;            // the text without it
    std::optional<bool> is_afternoon;   // PM, p.m. or م; AM, a.m. or ص
    std::optional<int> minutes_east{};  // of UTC: Z, UTC, +02:00, -0700, +02
};

// Splits the end off, in plain signs (schema/types/numerals.h). Offsets and fractions only behind
// minutes, so that 2024-01-05 has none. Where there is no such end, `before` is all of the text.
ClockTail split_clock_tail(std::string_view text);

// A moment as the end of its text tells it: on a clock of 24 hours, with its zone. Not a date
// without a time of day, or where AM or PM follows an hour that is not 1 to 12.
DateReading with_clock_tail(DateReading reading, const ClockTail& tail);

}  // namespace exchange
