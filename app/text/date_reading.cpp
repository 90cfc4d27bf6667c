#include "app/text/date_reading.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace exchange {

DateReading certain_date(const DateParts& parts) {
    std::string text = fmt::format("{:04}", parts.year);
    if (parts.month) {
        text += fmt::format("-{:02}", *parts.month);
    }
    if (parts.day) {
        text += fmt::format("-{:02}", *parts.day);
        text += parts.clock.empty() ? "" : "T" + parts.clock;
        return schema::CivilTime::read(text) ? DateReading{DateVerdict::exact, text, {}}
                                             : DateReading{};
    }
    const bool known = parts.clock.empty() && schema::PartialDate::read(text);
    return known ? DateReading{DateVerdict::partial, text, {}} : DateReading{};
}

std::optional<int> read_digits(std::string_view text) {
    const bool digits = std::all_of(text.begin(), text.end(), is_digit);
    if (text.empty() || text.size() > 4 || !digits) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text) {
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace exchange
