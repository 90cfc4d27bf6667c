#include "app/text/clock_tail.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/text/utf8.h"

namespace exchange {

namespace {

constexpr std::string_view clock_digits = "0123456789";
constexpr int minutes_in_hour = 60;
constexpr int most_hours_from_utc = 14;

struct HalfOfDay {
    std::string_view text;
    bool is_afternoon;
};
constexpr std::array<HalfOfDay, 13> halves_of_day{{{"am", false},
                                                   {"pm", true},
                                                   {"a.m.", false},
                                                   {"p.m.", true},
                                                   {"a.m", false},
                                                   {"p.m", true},
                                                   {"صباحًا", false},
                                                   {"صباحاً", false},
                                                   {"صباحا", false},
                                                   {"مساءً", true},
                                                   {"مساء", true},
                                                   {"ص", false},
                                                   {"م", true}}};

bool ends_in_any_case(std::string_view text, std::string_view end) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    return text.size() >= end.size() &&
           std::equal(end.begin(), end.end(), text.end() - end.size(), [&](char a, char b) {
               return lower(a) == lower(b);
           });
}

bool ends_in_digit(std::string_view text) {
    return !text.empty() && is_digit(text.back());
}

// Takes the word off, if the text ends with it in whichever case.
bool take_word(std::string_view& text, std::string_view word) {
    if (!ends_in_any_case(text, word)) {
        return false;
    }
    text = trimmed(text.substr(0, text.size() - word.size()));
    return true;
}

// 02:00, 0200 or 02 as minutes.
std::optional<int> read_offset(std::string_view text) {
    const bool colon = text.size() == 5 && text[2] == ':';
    const auto hours = read_digits(text.substr(0, 2));
    const auto rest = text.substr(std::min<std::size_t>(text.size(), colon ? 3 : 2));
    const auto minutes = rest.empty() ? std::optional(0) : read_digits(rest);
    const bool shaped = text.size() == 2 || text.size() == 4 || colon;
    if (!shaped || !hours || !minutes || *hours > most_hours_from_utc ||
        *minutes >= minutes_in_hour) {
        return std::nullopt;
    }
    return *hours * minutes_in_hour + *minutes;
}

// Whether the text ends with minutes or seconds, and what may stand between them and a zone.
bool ends_with_clock(std::string_view text) {
    const auto colon = text.rfind(':');
    return colon != std::string_view::npos &&
           text.find_first_of("-/+", colon) == std::string_view::npos;
}

std::optional<int> take_zone(std::string_view& text) {
    if (take_word(text, "utc") || take_word(text, "gmt") || take_word(text, "z")) {
        return 0;
    }
    const auto sign = text.find_last_of("+-");
    if (sign == std::string_view::npos) {
        return std::nullopt;
    }
    const auto minutes = read_offset(text.substr(sign + 1));
    auto before = trimmed(text.substr(0, sign));
    if (!minutes || !ends_with_clock(before)) {
        return std::nullopt;
    }
    const bool west = text[sign] == '-';
    text = before;
    if (!take_word(text, "utc")) {
        take_word(text, "gmt");
    }
    return west ? -*minutes : *minutes;
}

std::optional<bool> take_half_of_day(std::string_view& text) {
    for (const auto& half : halves_of_day) {
        auto before = text;
        if (take_word(before, half.text) && ends_in_digit(before)) {
            text = before;
            return half.is_afternoon;
        }
    }
    return std::nullopt;
}

// .683 behind H:MM:SS.
void take_fraction(std::string_view& text) {
    const auto end = text.find_last_not_of(clock_digits);
    if (end == std::string_view::npos || end < 6 || end + 1 == text.size() ||
        std::string_view(".,").find(text[end]) == std::string_view::npos) {
        return;
    }
    const auto before = text.substr(0, end);
    const auto clock = before.substr(before.size() - 6);
    if (is_digit(clock[5]) && is_digit(clock[4]) && clock[3] == ':' && is_digit(clock[2]) &&
        is_digit(clock[1]) && clock[0] == ':') {
        text = before;
    }
}

// YYYY-MM-DDTHH:MM[:SS] of a clock of twelve hours.
bool set_half_of_day(std::string& text, bool is_afternoon) {
    constexpr std::size_t hour_at = 11;
    constexpr int noon = 12;
    const auto hour = read_digits(std::string_view(text).substr(hour_at, 2)).value_or(0);
    if (hour < 1 || hour > noon) {
        return false;
    }
    text.replace(hour_at, 2, fmt::format("{:02}", hour % noon + (is_afternoon ? noon : 0)));
    return true;
}

}  // namespace

ClockTail split_clock_tail(std::string_view text) {
    ClockTail tail{.before = trimmed(text), .is_afternoon = std::nullopt};
    tail.minutes_east = take_zone(tail.before);
    tail.is_afternoon = take_half_of_day(tail.before);
    take_fraction(tail.before);
    return tail;
}

DateReading with_clock_tail(DateReading reading, const ClockTail& tail) {
    const auto told = [&](std::string& text) {
        return text.find('T') != std::string::npos &&
               (!tail.is_afternoon || set_half_of_day(text, *tail.is_afternoon));
    };
    const bool fits = reading.verdict == DateVerdict::ambiguous
                          ? std::all_of(reading.readings.begin(), reading.readings.end(), told)
                          : reading.verdict == DateVerdict::exact && told(reading.text);
    if (!fits) {
        return {};
    }
    reading.minutes_east = tail.minutes_east;
    return reading;
}

}  // namespace exchange
