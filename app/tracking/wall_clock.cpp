#include "app/tracking/wall_clock.h"

#include <cstdint>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include "schema/types/error.h"

namespace tracking {

namespace {

std::unique_ptr<icu::TimeZone> zone_of(const std::string& name) {
    std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (*zone == icu::TimeZone::getUnknown()) {
        throw schema::refused("time_zone",
                              fmt::format("\"{}\" is not a time zone", name),
                              "give an IANA name such as Africa/Cairo or Europe/Berlin");
    }
    return zone;
}

}  // namespace

schema::Date today_in(const std::string& time_zone) {
    return now_in(time_zone).day();
}

schema::CivilTime now_in(const std::string& time_zone) {
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(zone_of(time_zone).release(), status);
    calendar.setTime(icu::Calendar::getNow(), status);
    const int year = calendar.get(UCAL_YEAR, status);
    const int month = calendar.get(UCAL_MONTH, status) + 1;
    const auto date = schema::Date::of(year, month, calendar.get(UCAL_DATE, status));
    const int hour = calendar.get(UCAL_HOUR_OF_DAY, status);
    const int minute = calendar.get(UCAL_MINUTE, status);
    if (U_FAILURE(status) != 0 || !date) {
        throw schema::refused("today",
                              "the system's clock gives no day",
                              "set the clock, or give --as-of DATE (or --at TIME)");
    }
    return schema::CivilTime::at_minute(*date, hour * 60 + minute);
}

struct WallClock::Zone {
    std::unique_ptr<icu::TimeZone> of_icu;
};

WallClock::WallClock(const std::string& time_zone)
    : zone_(std::make_shared<const Zone>(Zone{zone_of(time_zone)})) {}

std::optional<schema::CivilTime> WallClock::shown(const schema::CivilTime& there,
                                                  int minutes_east) const {
    constexpr std::int64_t seconds_in_day = 86400;
    constexpr double milliseconds = 1000;
    const auto epoch = *schema::Date::of(1970, 1, 1);
    const auto utc = there.day().days_since(epoch) * seconds_in_day + there.second_of_day() -
                     std::int64_t{minutes_east} * 60;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    zone_->of_icu->getOffset(
        static_cast<double>(utc) * milliseconds, false, standard, summer, status);
    const auto local = utc + (standard + summer) / static_cast<std::int32_t>(milliseconds);
    const auto days = local / seconds_in_day - (local % seconds_in_day < 0 ? 1 : 0);
    const auto second = static_cast<int>(local - days * seconds_in_day);
    try {
        const auto day = epoch.plus_days(static_cast<int>(days));
        return there.has_seconds() ? schema::CivilTime::at_second(day, second)
                                   : schema::CivilTime::at_minute(day, second / 60);
    } catch (const std::out_of_range&) {
        return std::nullopt;
    }
}

std::string local_time_zone() {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::detectHostTimeZone());
    icu::UnicodeString id;
    std::string name;
    zone->getID(id).toUTF8String(name);
    return *zone == icu::TimeZone::getUnknown() ? "Etc/UTC" : name;
}

void refuse_unknown_zone(const std::string& time_zone) {
    zone_of(time_zone);
}

}  // namespace tracking
