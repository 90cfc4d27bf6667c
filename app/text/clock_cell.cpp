#include "app/text/clock_cell.h"

#include <algorithm>

#include "app/text/utf8.h"

namespace exchange {

namespace {

enum class Half { none, before_noon, after_noon };

constexpr char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Takes "PM", "p.m." or its like off the end.
Half take_half(std::string_view& text) {
    for (const std::string_view half : {"a.m.", "p.m.", "am", "pm"}) {
        const auto end = text.substr(text.size() - std::min(text.size(), half.size()));
        if (std::equal(end.begin(), end.end(), half.begin(), half.end(), [](char a, char b) {
                return small_letter(a) == b;
            })) {
            text = trimmed(text.substr(0, text.size() - half.size()));
            return half.front() == 'a' ? Half::before_noon : Half::after_noon;
        }
    }
    return Half::none;
}

// One or two digits at the beginning of the text, which are taken off it.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    std::size_t size = 0;
    for (; size < std::min<std::size_t>(text.size(), 2) && is_digit(text[size]); ++size) {
        number = number * 10 + (text[size] - '0');
    }
    text.remove_prefix(size);
    return size > 0 ? std::optional(number) : std::nullopt;
}

// ":05", or nothing where the text is over; a negative number for anything else.
int take_sixtieth(std::string_view& text) {
    if (text.empty()) {
        return 0;
    }
    if (text.front() != ':' || text.size() < 3 || !is_digit(text[2])) {
        return -1;
    }
    text.remove_prefix(1);
    const auto number = take_number(text).value_or(-1);
    return number < 60 ? number : -1;
}

// "14:30:00.250": the digits behind the point.
std::string_view without_fraction(std::string_view cell) {
    const auto point = cell.find_last_of(".,");
    const auto colons = std::count(cell.begin(), cell.end(), ':');
    if (colons != 2 || point == std::string_view::npos || point < cell.rfind(':')) {
        return cell;
    }
    const auto digits = cell.substr(point + 1);
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit)
               ? cell.substr(0, point)
               : cell;
}

}  // namespace

std::optional<int> read_clock_cell(std::string_view cell) {
    auto rest = trimmed(cell);
    const auto half = take_half(rest);
    rest = without_fraction(rest);
    auto hour = take_number(rest);
    const bool is_alone = rest.empty();
    const int minute = take_sixtieth(rest);
    const int second = minute < 0 ? -1 : take_sixtieth(rest);
    if (!hour || second < 0 || !rest.empty() || (is_alone && half == Half::none)) {
        return std::nullopt;
    }
    if (half != Half::none) {
        if (*hour < 1 || *hour > 12) {
            return std::nullopt;
        }
        hour = *hour % 12 + (half == Half::after_noon ? 12 : 0);
    }
    return *hour < 24 ? std::optional((*hour * 60 + minute) * 60 + second) : std::nullopt;
}

}  // namespace exchange
