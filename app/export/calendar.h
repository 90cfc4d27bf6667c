#pragma once
// Dates as a calendar file, which every calendar takes: iCalendar, RFC 5545. It is no message of
// iTIP (RFC 5546), which would have to name an organizer with an address.

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schema/types/date.h"

namespace exchange {

// At a moment, for so long; moments are UTC, so that no calendar need know the clinic's zone.
struct CalendarTime {
    std::chrono::sys_seconds from;
    std::chrono::minutes lasts{};
};

struct CalendarEvent {
    std::string uid;  // the same event again, changed, has the same
    int version = 1;  // from 1, one more with each change
    std::chrono::sys_seconds written_at;
    std::variant<schema::Date, CalendarTime> when;  // the whole day, or a time
    std::string summary;
    std::optional<std::string> contact{};  // whom to call
};

// The file (text/calendar, UTF-8): lines end with CRLF and are of 75 octets at the most, as section
// 3.1 wants; a text may hold anything.
std::string calendar_file(const std::vector<CalendarEvent>& events);

}  // namespace exchange
