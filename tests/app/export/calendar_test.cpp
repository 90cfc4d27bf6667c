#include "app/export/calendar.h"

#include <gmock/gmock.h>

#include "app/tracking/wall_clock.h"

namespace exchange::calendar_test {
namespace {

using testing::HasSubstr;
using testing::Not;

CalendarEvent visit(std::string summary = "Visit: Example Clinic") {
    const tracking::WallClock cairo("Africa/Cairo");
    return {.uid = "1-visit-3@needlebook",
            .version = 2,
            .written_at = std::chrono::sys_seconds(std::chrono::seconds(1'782'000'000)),
            .when = CalendarTime{cairo.moment(*schema::CivilTime::read("2026-12-26T14:30")),
                                 std::chrono::minutes(45)},
            .summary = std::move(summary),
            .contact = "04 555 0142"};
}

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < file.size();) {
        const auto end = file.find("\r\n", at);
        EXPECT_NE(end, std::string::npos) << "each line ends with CRLF";
        if (end == std::string::npos) {
            break;
        }
        lines.push_back(file.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

// As a calendar reads it: section 3.1.
std::string unfolded(std::string file) {
    for (std::size_t at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ")) {
        file.erase(at, 3);
    }
    return file;
}

TEST(Calendar, IsOneEventOfRfc5545) {
    EXPECT_EQ(calendar_file({visit()}),
              "BEGIN:VCALENDAR\r\n"
              "VERSION:2.0\r\n"
              "PRODID:-//Needlebook//EN\r\n"
              "BEGIN:VEVENT\r\n"
              "UID:1-visit-3@needlebook\r\n"
              "DTSTAMP:20260621T000000Z\r\n"
              "SEQUENCE:1\r\n"
              "DTSTART:20261226T123000Z\r\n"
              "DTEND:20261226T131500Z\r\n"
              "SUMMARY:Visit: Example Clinic\r\n"
              "CONTACT:04 555 0142\r\n"
              "CLASS:PRIVATE\r\n"
              "END:VEVENT\r\n"
              "END:VCALENDAR\r\n");
}

TEST(Calendar, HasAWholeDayAsADayThatTakesNoTime) {
    auto event = visit();
    event.when = *schema::Date::of(2026, 12, 26);
    const auto file = calendar_file({event});
    EXPECT_THAT(file, HasSubstr("\r\nDTSTART;VALUE=DATE:20261226\r\nTRANSP:TRANSPARENT\r\n"));
    EXPECT_THAT(file, Not(HasSubstr("DTEND")));
}

TEST(Calendar, WritesWhatHasAMeaningOfItsOwnSoThatItIsReadAsText) {
    const auto file = calendar_file({visit("a\\b; c, d\ne\r\nBEGIN:VALARM\x07")});
    EXPECT_THAT(file, HasSubstr("SUMMARY:a\\\\b\\; c\\, d\\ne\\nBEGIN:VALARM\r\n"));
    EXPECT_EQ(lines_of(file).size(), 14U) << "no line more";
}

TEST(Calendar, FoldsLinesAt75OctetsAndNeverWithinACharacter) {
    std::string name;
    for (int i = 0; i < 60; ++i) {
        name += i % 3 == 0 ? "\xd8\xb9" : i % 3 == 1 ? "\xe2\x82\xac" : "\xf0\x9f\x8c\xb7";
    }
    for (std::size_t shift = 0; shift < 6; ++shift) {
        const auto summary = std::string(shift, 'x') + name;
        const auto file = calendar_file({visit(summary)});
        for (const auto& line : lines_of(file)) {
            EXPECT_LE(line.size(), 75U);
            const auto first = line.starts_with(' ') ? line.substr(1, 1) : line.substr(0, 1);
            EXPECT_NE(static_cast<unsigned char>(first[0]) & 0xc0U, 0x80U) << line;
        }
        EXPECT_THAT(unfolded(file), HasSubstr("SUMMARY:" + summary + "\r\n"));
    }
}

TEST(Calendar, SaysAVisitInUtcAcrossSummerTime) {
    const tracking::WallClock berlin("Europe/Berlin");
    const auto at = [&](const char* text) {
        auto event = visit();
        event.when = CalendarTime{berlin.moment(*schema::CivilTime::read(text)), {}};
        const auto file = calendar_file({event});
        const auto begin = file.find("DTSTART:") + 8;
        return file.substr(begin, 16);
    };
    EXPECT_EQ(at("2026-01-15T10:00"), "20260115T090000Z");
    EXPECT_EQ(at("2026-07-15T10:00"), "20260715T080000Z");
    EXPECT_EQ(at("2026-10-25T02:30"), "20261025T003000Z") << "shown twice: the first time";
    EXPECT_EQ(at("2026-03-29T02:30"), "20260329T010000Z") << "left out: the leap";
}

}  // namespace
}  // namespace exchange::calendar_test
