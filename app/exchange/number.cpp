#include "app/exchange/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "app/exchange/utf8.h"

namespace exchange {

namespace {

constexpr auto not_found = std::string_view::npos;

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_sign(char c) {
    return c == '-' || c == '+';
}

// A number with a decimal point, without sign +, blanks and groups.
std::optional<double> plain_number(std::string_view text) {
    // What from_chars would take beyond this: inf and nan (letters), and "5." (a point before no
    // digit).
    if (text.find_first_not_of("0123456789.eE+-") != not_found) {
        return std::nullopt;
    }
    const auto point = text.find('.');
    if (point != not_found && (point + 1 == text.size() || !is_ascii_digit(text[point + 1]))) {
        return std::nullopt;
    }
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && stop == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// "1.234.567" without its separators; nothing if the groups are not of three, or start with 0.
std::optional<std::string> ungrouped(std::string_view digits, char separator) {
    std::string text;
    bool first = true;
    for (bool more = true; more; first = false) {
        const auto size = digits.find(separator);
        const auto group = digits.substr(0, size);
        const bool fits =
            first ? !group.empty() && group.size() <= 3 && group.front() != '0' : group.size() == 3;
        if (!fits || !std::all_of(group.begin(), group.end(), is_ascii_digit)) {
            return std::nullopt;
        }
        text += group;
        more = size != not_found;
        digits.remove_prefix(more ? size + 1 : 0);
    }
    return text;
}

std::optional<double> grouped_number(std::string_view text, char mark, char separator) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const auto whole_size =
        std::min(text.find_first_not_of(std::string("0123456789") + separator), text.size());
    auto whole = std::optional(std::string(text.substr(0, whole_size)));
    if (whole->find(separator) != std::string::npos) {
        whole = ungrouped(*whole, separator);
    }
    std::string rest(text.substr(whole_size));
    if (!whole || rest.find(separator) != std::string::npos) {
        return std::nullopt;
    }
    std::replace(rest.begin(), rest.end(), mark, '.');
    return plain_number((negative ? "-" : "") + *whole + rest);
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view told) {
    if (told == ",") {
        return Decimal::comma;
    }
    return told == "." ? std::optional(Decimal::point) : std::nullopt;
}

std::optional<double> read_number(std::string_view cell, Decimal decimal) {
    auto text = trimmed(cell);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (!text.empty() && is_sign(text.front())) {
            return std::nullopt;
        }
    }
    switch (decimal) {
        case Decimal::point:
            return grouped_number(text, '.', ',');
        case Decimal::comma:
            return grouped_number(text, ',', '.');
        case Decimal::plain:
            break;
    }
    return plain_number(text);
}

void DecimalEvidence::see(std::string_view cell) {
    const bool has_comma = cell.find(',') != not_found;
    const bool has_point = cell.find('.') != not_found;
    if (!has_comma && !has_point) {
        return;
    }
    const bool by_point = read_number(cell, Decimal::point).has_value();
    const bool by_comma = read_number(cell, Decimal::comma).has_value();
    if (has_comma && (by_point || by_comma) && example_.empty()) {
        example_ = excerpt(cell);
    }
    if (by_point && by_comma) {
        (has_comma ? doubtful_comma_ : doubtful_point_) = true;
    } else if (by_point) {
        (has_comma ? grouping_comma_ : decimal_point_) = true;
    } else if (by_comma) {
        (has_point ? grouping_point_ : decimal_comma_) = true;
    }
}

std::optional<Decimal> DecimalEvidence::verdict() const {
    const bool says_comma = decimal_comma_ || grouping_point_;
    const bool says_point = decimal_point_ || grouping_comma_;
    if (says_comma) {
        // 1.234 beside 1,7 may be a thousand, or the slip of somebody who typed a point.
        const bool clear = !says_point && (grouping_point_ || !doubtful_point_);
        return clear ? std::optional(Decimal::comma) : std::nullopt;
    }
    if (grouping_comma_) {
        return Decimal::point;
    }
    return doubtful_comma_ ? std::nullopt : std::optional(Decimal::plain);
}

schema::Problem DecimalEvidence::problem(std::string where) const {
    return {std::move(where),
            fmt::format("in {} the comma may be a decimal comma or may group thousands", example_),
            "say which sign is the decimal one, --decimal , or --decimal ."};
}

}  // namespace exchange
