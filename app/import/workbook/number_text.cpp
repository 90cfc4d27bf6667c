#include "app/import/workbook/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "schema/types/date.h"

namespace exchange::workbook {

namespace {

constexpr long long seconds_of_day = 86'400;
constexpr double last_day = 2'958'465;  // 9999-12-31

std::optional<double> number_of(std::string_view written) {
    double number = 0;
    const auto* const end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(number)
               ? std::optional(number)
               : std::nullopt;
}

// Digits with a point among them, few enough that none is a remainder of computing.
bool is_plain_already(std::string_view written) {
    constexpr std::size_t most_digits = 15;
    const auto digits = written.substr(written.starts_with('-') ? 1 : 0);
    const auto point = digits.find('.');
    return !digits.empty() && digits.size() <= most_digits &&
           digits.find_first_not_of("0123456789.") == std::string_view::npos &&
           (digits.front() != '0' || digits.size() == 1 || point == 1) &&
           (point == std::string_view::npos ||
            (point != 0 && digits.back() != '0' && digits.back() != '.' &&
             digits.find('.', point + 1) == std::string_view::npos));
}

// 2026-01-05 of the day with this number.
std::string day_text(long long number, DateSystem system) {
    static const auto windows = *schema::Date::of(1899, 12, 30);
    static const auto macintosh = *schema::Date::of(1904, 1, 1);
    constexpr int false_day = 60;
    if (system == DateSystem::from_1904) {
        return macintosh.plus_days(static_cast<int>(number)).text();
    }
    if (number == 0 || number == false_day) {  // as they are shown; who reads dates refuses them
        return number == 0 ? "1900-01-00" : "1900-02-29";
    }
    return windows.plus_days(static_cast<int>(number) + (number < false_day ? 1 : 0)).text();
}

std::string time_text(double number, Shown shown, DateSystem system) {
    const auto seconds = std::llround(number * static_cast<double>(seconds_of_day));
    const auto days = seconds / seconds_of_day;
    const auto of_day = seconds % seconds_of_day;
    if (shown == Shown::duration) {
        return clock_text(seconds);
    }
    if (shown == Shown::clock || (shown == Shown::moment && days == 0 && of_day != 0)) {
        return clock_text(of_day);
    }
    if (shown == Shown::day) {
        return day_text(static_cast<long long>(number), system);
    }
    const auto day = day_text(days, system);
    return of_day == 0
               ? day
               : fmt::format(
                     "{}T{:02}:{:02}:{:02}", day, of_day / 3600, of_day / 60 % 60, of_day % 60);
}

}  // namespace

std::string plain_number(double number) {
    if (number == 0) {
        return "0";
    }
    constexpr double whole = 1e15;
    constexpr double most = 1e21;
    if (std::abs(number) >= most) {
        return fmt::format("{:.15g}", number);
    }
    if (std::abs(number) >= whole) {
        return fmt::format("{:.0f}", number);
    }
    // As many places as leave 15 significant digits.
    const auto size = static_cast<int>(std::floor(std::log10(std::abs(number)))) + 1;
    auto text = fmt::format("{:.{}f}", number, std::clamp(15 - size, 0, 300));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.ends_with('.') ? text.size() - 1 : text.size());
    }
    return text;
}

std::string clock_text(long long seconds) {
    const auto clock = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? clock : fmt::format("{}:{:02}", clock, seconds % 60);
}

std::string number_text(std::string_view written, const NumberFormat& format, DateSystem system) {
    if (format.is_plain() && is_plain_already(written)) {
        return std::string(written);
    }
    const auto number = number_of(written);
    if (!number) {
        return std::string(written);
    }
    const auto& section = format.section_for(*number);
    switch (section.shown) {
        case Shown::number:
            break;
        case Shown::per_cent:
            return plain_number(*number * 100) + "%";
        case Shown::padded: {
            const bool is_whole = *number >= 0 && std::floor(*number) == *number;
            auto text = plain_number(*number);
            const auto zeros =
                is_whole && text.size() < section.digits ? section.digits - text.size() : 0;
            return std::string(zeros, '0') + text;
        }
        case Shown::day:
        case Shown::moment:
        case Shown::clock:
        case Shown::duration:
            if (*number >= 0 && *number <= last_day) {
                return time_text(*number, section.shown, system);
            }
            break;
    }
    return plain_number(*number);
}

}  // namespace exchange::workbook
