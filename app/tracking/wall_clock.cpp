#include "app/tracking/wall_clock.h"

#include <chrono>
#include <memory>
#include <string_view>

#include <absl/time/time.h>
#include <fmt/format.h>
#include <unicode/timezone.h>

#include "schema/types/error.h"

namespace tracking {

namespace {

// "GMT+3", "GMT-03:30": names that earlier versions took for zones beside those of IANA.
std::optional<absl::TimeZone> fixed_zone(std::string_view name) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())})));
    constexpr int milliseconds = 1000;
    return *zone == icu::TimeZone::getUnknown()
               ? std::nullopt
               : std::optional(absl::FixedTimeZone(zone->getRawOffset() / milliseconds));
}

// By the rules that the system keeps up to date; ICU's own are as old as its version.
absl::TimeZone zone_of(const std::string& name) {
    const bool is_path =
        name.starts_with('/') || name.starts_with(':') || name.find("..") != std::string::npos;
    absl::TimeZone zone;
    if (!is_path && !name.empty() && absl::LoadTimeZone(name, &zone)) {
        return zone;
    }
    if (const auto fixed = name.starts_with("GMT") ? fixed_zone(name) : std::nullopt) {
        return *fixed;
    }
    throw schema::refused("time_zone",
                          fmt::format("\"{}\" is not a time zone", name),
                          "give an IANA name such as Africa/Cairo or Europe/Berlin")
        .as("time_zone", {{"name", std::string(name)}});
}

std::optional<schema::CivilTime> civil_time(const absl::CivilSecond& shown, bool has_seconds) {
    const auto year = shown.year();
    const auto day = year < 1 || year > 9999
                         ? std::nullopt
                         : schema::Date::of(static_cast<int>(year), shown.month(), shown.day());
    const int minute = shown.hour() * 60 + shown.minute();
    if (!day) {
        return std::nullopt;
    }
    return has_seconds ? schema::CivilTime::at_second(*day, minute * 60 + shown.second())
                       : schema::CivilTime::at_minute(*day, minute);
}

}  // namespace

schema::Date today_in(const std::string& time_zone) {
    return now_in(time_zone).day();
}

std::chrono::sys_seconds moment_now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

schema::CivilTime now_in(const std::string& time_zone) {
    const auto now = civil_time(
        zone_of(time_zone).At(absl::FromChrono(std::chrono::system_clock::now())).cs, false);
    if (!now) {
        throw schema::refused("today",
                              "the system's clock gives no day",
                              "set the clock, or give --as-of DATE (or --at TIME)")
            .as("clock_without_day");
    }
    return *now;
}

struct WallClock::Zone {
    absl::TimeZone rules;
};

WallClock::WallClock(const std::string& time_zone)
    : zone_(std::make_shared<const Zone>(Zone{zone_of(time_zone)})) {}

std::optional<schema::CivilTime> WallClock::shown(const schema::CivilTime& there,
                                                  int minutes_east) const {
    const auto day = there.day();
    const absl::CivilSecond civil(day.year(), day.month(), day.day(), 0, 0, there.second_of_day());
    const auto instant = absl::FromCivil(civil, absl::UTCTimeZone()) - absl::Minutes(minutes_east);
    return civil_time(zone_->rules.At(instant).cs, there.has_seconds());
}

std::chrono::sys_seconds WallClock::moment(const schema::CivilTime& shown) const {
    const auto day = shown.day();
    const absl::CivilSecond civil(day.year(), day.month(), day.day(), 0, 0, shown.second_of_day());
    const auto found = zone_->rules.At(civil);
    const auto at = found.kind == absl::TimeZone::TimeInfo::SKIPPED ? found.trans : found.pre;
    return std::chrono::floor<std::chrono::seconds>(absl::ToChronoTime(at));
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
