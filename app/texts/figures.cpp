#include "app/texts/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "app/texts/isolate.h"

namespace texts {

namespace {

constexpr double too_long_to_write_out = 1e15;

struct Marks {
    std::string_view decimal;
    std::string_view group;
    std::string_view minus;
    std::string_view plus;
};

// Of Unicode CLDR.
Marks marks_of(Numerals numerals) {
    switch (numerals) {
        case Numerals::english:
            break;
        case Numerals::arabic_western:
            return {".", ",", "\u200E-", "\u200E+"};
        case Numerals::arabic_indic:
            return {"٫", "٬", "\u061C-", "\u061C+"};
    }
    return {".", ",", "−", "+"};
}

// A number with a sign stands in an isolate: after Arabic letters "−3" would be drawn as "3−".
std::string sign_kept(std::string text, Numerals numerals) {
    const bool has_sign = text.find_first_of("+-") != std::string::npos;
    return has_sign && numerals != Numerals::english ? isolated(text) : text;
}

// "-1234.50" as it is read.
std::string grouped(std::string_view number, const Marks& marks) {
    std::string text;
    if (number.starts_with('-')) {
        text = marks.minus;
        number.remove_prefix(1);
    }
    const auto whole = std::min(number.find('.'), number.size());
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) {
            text += marks.group;
        }
        text += number[i];
    }
    if (whole < number.size()) {
        text += std::string(marks.decimal) + std::string(number.substr(whole + 1));
    }
    return text;
}

bool is_zero(std::string_view text) {
    return text.find_first_not_of("-0.") == std::string_view::npos;
}

// With so many decimals, a half away from zero, of the number as it is written shortest, as
// browsers do it: 12.25 is 12.3 and 1.005 is 1.01, though what the machine holds is a little less.
std::string rounded(double value, int decimals) {
    std::array<char, 512> buffer{};
    const auto end =
        std::to_chars(
            buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed)
            .ptr;
    std::string digits(buffer.data(), end);
    const auto point = std::min(digits.find('.'), digits.size());
    const auto last = point + static_cast<std::size_t>(decimals);  // of what stays
    if (digits.size() <= last + 1) {
        return fmt::format("{:.{}f}", value, decimals);
    }
    const bool goes_up = digits[last + 1] >= '5';
    digits.resize(decimals == 0 ? point : last + 1);
    if (goes_up) {
        auto at = digits.size();
        while (at > 0 && (digits[at - 1] == '9' || digits[at - 1] == '.')) {
            --at;
            digits[at] = digits[at] == '9' ? '0' : '.';
        }
        if (at == 0) {
            digits.insert(digits.begin(), '1');
        } else {
            ++digits[at - 1];
        }
    }
    return (std::signbit(value) ? "-" : "") + digits;
}

// "-1234.50", of 0 without a sign.
std::string written(double value, std::optional<int> decimals) {
    constexpr int digits_below_1 = 3;
    constexpr int decimals_from_1 = 2;
    const double size = std::abs(value);
    const int most = size > 0 && size < 1
                         ? digits_below_1 - 1 - static_cast<int>(std::floor(std::log10(size)))
                         : decimals_from_1;
    auto text = rounded(value, decimals.value_or(most));
    if (!decimals && text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.find_last_not_of('.') + 1);
    }
    if (text.starts_with('-') && is_zero(text)) {
        text.erase(0, 1);
    }
    return text;
}

std::string bare_figure(double value, std::optional<int> decimals, Numerals numerals) {
    const auto marks = marks_of(numerals);
    if (std::abs(value) < too_long_to_write_out) {
        return in_digits(grouped(written(value, decimals), marks), numerals);
    }
    return in_digits(
        (value < 0 ? std::string(marks.minus) : "") + fmt::format("{:.3g}", std::abs(value)),
        numerals);
}

}  // namespace

std::string figure(double value, std::optional<int> decimals, Numerals numerals) {
    return sign_kept(bare_figure(value, decimals, numerals), numerals);
}

std::string signed_figure(double value, int decimals, Numerals numerals) {
    const bool is_positive = value > 0 && !is_zero(written(value, decimals));
    return sign_kept((is_positive ? std::string(marks_of(numerals).plus) : "") +
                         bare_figure(value, decimals, numerals),
                     numerals);
}

std::string scale_figure(double value, int decimals) {
    return figure(value, is_whole(value) ? 0 : decimals);
}

std::string percent_figure(double percent) {
    const bool is_small = std::abs(percent) < 9.95 && percent != 0;
    const auto number =
        is_small ? signed_figure(percent, 1) : signed_figure(std::round(percent), 0);
    return number + "\u00A0%";
}

bool is_whole(double value) {
    return std::abs(value - std::round(value)) <= 1e-9 * std::max(1.0, std::abs(value));
}

int decimals_for_two_digits(double size) {
    if (size == 0 || !std::isfinite(size)) {
        return 0;
    }
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(std::abs(size)))), 0, 6);
}

std::string in_digits(std::string text, Numerals numerals) {
    if (numerals != Numerals::arabic_indic) {
        return text;
    }
    constexpr std::string_view arabic_indic = "٠١٢٣٤٥٦٧٨٩";
    constexpr std::size_t bytes = 2;  // of each
    std::string written;
    for (const char each : text) {
        if (each >= '0' && each <= '9') {
            written += arabic_indic.substr(bytes * static_cast<std::size_t>(each - '0'), bytes);
        } else {
            written += each;
        }
    }
    return written;
}

}  // namespace texts
