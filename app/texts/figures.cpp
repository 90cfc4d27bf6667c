#include "app/texts/figures.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace texts {

namespace {

constexpr double too_long_to_write_out = 1e15;

struct Marks {
    std::string_view decimal;
    std::string_view group;
};

// Of Unicode CLDR.
Marks marks_of(Digits digits) {
    return digits == Digits::western ? Marks{".", ","} : Marks{"٫", "٬"};
}

// "-1234.50" as it is read.
std::string grouped(std::string_view number, const Marks& marks) {
    std::string text;
    const bool is_negative = number.starts_with('-');
    number.remove_prefix(is_negative ? 1 : 0);
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
    return (is_negative ? "−" : "") + text;
}

bool is_zero(std::string_view text) {
    return text.find_first_not_of("-0.") == std::string_view::npos;
}

}  // namespace

std::string figure(double value, int decimals, Digits digits) {
    if (std::abs(value) >= too_long_to_write_out) {
        return in_digits(fmt::format("{:.3g}", value), digits);
    }
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (is_zero(text) && text.starts_with('-')) {
        text.erase(0, 1);
    }
    return in_digits(grouped(text, marks_of(digits)), digits);
}

std::string signed_figure(double value, int decimals, Digits digits) {
    const auto text = figure(value, decimals, digits);
    return value > 0 && !is_zero(fmt::format("{:.{}f}", value, decimals)) ? "+" + text : text;
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

std::string in_digits(std::string text, Digits digits) {
    if (digits == Digits::western) {
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
