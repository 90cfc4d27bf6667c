#include "app/export/calendar.h"

#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace exchange {

namespace {

constexpr std::size_t longest_line = 75;  // octets without the CRLF, section 3.1

// Section 3.3.11: what has a meaning of its own, and the end of a line. Other control characters
// are none of a text's.
std::string escaped(std::string_view text) {
    std::string written;
    for (const char each : text) {
        switch (each) {
            case '\\':
            case ';':
            case ',':
                written += '\\';
                written += each;
                break;
            case '\n':
                written += "\\n";
                break;
            default:
                if (static_cast<unsigned char>(each) >= 0x20 && each != 0x7f) {
                    written += each;
                }
        }
    }
    return written;
}

bool continues_a_character(char octet) {
    return (static_cast<unsigned char>(octet) & 0xc0U) == 0x80U;
}

// A longer line goes on in the next one, after a blank; never within a character.
void add_line(std::string& file, std::string_view line) {
    std::size_t room = longest_line;
    while (line.size() > room) {
        auto end = room;
        while (end > 0 && continues_a_character(line[end])) {
            --end;
        }
        file += line.substr(0, end);
        file += "\r\n ";
        line.remove_prefix(end);
        room = longest_line - 1;
    }
    file += line;
    file += "\r\n";
}

std::string utc(std::chrono::sys_seconds moment) {
    return fmt::format("{:%Y%m%dT%H%M%SZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(moment)));
}

std::string day_text(schema::Date day) {
    return fmt::format("{:04}{:02}{:02}", day.year(), day.month(), day.day());
}

void add_event(std::string& file, const CalendarEvent& event) {
    add_line(file, "BEGIN:VEVENT");
    add_line(file, "UID:" + escaped(event.uid));
    add_line(file, "DTSTAMP:" + utc(event.written_at));
    add_line(file, fmt::format("SEQUENCE:{}", event.version - 1));
    if (const auto* day = std::get_if<schema::Date>(&event.when)) {
        add_line(file, "DTSTART;VALUE=DATE:" + day_text(*day));
        add_line(file, "TRANSP:TRANSPARENT");  // it takes none of the day's time
    } else {
        const auto& time = std::get<CalendarTime>(event.when);
        add_line(file, "DTSTART:" + utc(time.from));
        add_line(file, "DTEND:" + utc(time.from + time.lasts));
    }
    add_line(file, "SUMMARY:" + escaped(event.summary));
    if (event.contact) {
        add_line(file, "CONTACT:" + escaped(*event.contact));
    }
    add_line(file, "CLASS:PRIVATE");
    add_line(file, "END:VEVENT");
}

}  // namespace

std::string calendar_file(const std::vector<CalendarEvent>& events) {
    std::string file;
    add_line(file, "BEGIN:VCALENDAR");
    add_line(file, "VERSION:2.0");
    add_line(file, "PRODID:-//Needlebook//EN");
    for (const auto& event : events) {
        add_event(file, event);
    }
    add_line(file, "END:VCALENDAR");
    return file;
}

}  // namespace exchange
