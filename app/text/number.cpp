#include "app/text/number.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "schema/types/numerals.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

// "1.234.567" without its separators; nothing if the groups are not of three, or start with 0.
std::optional<std::string> ungrouped(std::string_view digits, char separator) {
    std::string text;
    bool first = true;
    for (bool more = true; more; first = false) {
        const auto size = digits.find(separator);
        const auto group = digits.substr(0, size);
        const bool fits =
            first ? !group.empty() && group.size() <= 3 && group.front() != '0' : group.size() == 3;
        if (!fits || !std::all_of(group.begin(), group.end(), is_digit)) {
            return std::nullopt;
        }
        text += group;
        more = size != std::string_view::npos;
        digits.remove_prefix(more ? size + 1 : 0);
    }
    return text;
}

// With a decimal point and without groups.
std::optional<std::string> regrouped(std::string_view text, char mark, char separator) {
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
    return (negative ? "-" : "") + *whole + rest;
}

std::optional<std::string> plain_ascii_number(std::string_view text, Decimal decimal) {
    auto plain = decimal == Decimal::plain   ? std::optional(std::string(text))
                 : decimal == Decimal::point ? regrouped(text, '.', ',')
                                             : regrouped(text, ',', '.');
    return plain && schema::read_number(*plain) ? std::move(plain) : std::nullopt;
}

// ٫ and ٬ say themselves which is which, so beside them a point or a comma is a slip.
std::optional<std::string> plain_arabic_number(std::string_view cell) {
    constexpr std::string_view group = "٬";
    auto text = schema::plain_numerals(cell);
    if (cell.find_first_of(".,") != std::string_view::npos) {
        return std::nullopt;
    }
    for (auto at = text.find(group); at != std::string::npos; at = text.find(group)) {
        text.replace(at, group.size(), ",");
    }
    return plain_ascii_number(text, Decimal::point);
}

bool has_arabic_signs(std::string_view cell) {
    return cell.find("٫") != std::string_view::npos || cell.find("٬") != std::string_view::npos;
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view told) {
    if (told == ",") {
        return Decimal::comma;
    }
    return told == "." ? std::optional(Decimal::point) : std::nullopt;
}

std::optional<std::string> plain_number(std::string_view cell, Decimal decimal) {
    if (schema::is_plain(cell)) {
        return plain_ascii_number(trimmed(cell), decimal);
    }
    return has_arabic_signs(cell)
               ? plain_arabic_number(cell)
               : plain_ascii_number(trimmed(schema::plain_numerals(cell)), decimal);
}

std::optional<double> read_number(std::string_view cell, Decimal decimal) {
    const auto plain = plain_number(cell, decimal);
    return plain ? schema::read_number(*plain) : std::nullopt;
}

void DecimalEvidence::see(std::string_view cell) {
    const bool has_comma = cell.find(',') != std::string_view::npos;
    const bool has_point = cell.find('.') != std::string_view::npos;
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
    } else if (by_point ? has_comma : by_comma && has_point) {
        grouped_ = grouped_.empty() ? excerpt(cell) : grouped_;
    } else {
        decimal_point_ = decimal_point_ || by_point;
        decimal_comma_ = decimal_comma_ || by_comma;
    }
}

std::optional<Decimal> DecimalEvidence::verdict() const {
    if (!grouped_.empty()) {
        return std::nullopt;
    }
    if (decimal_comma_) {
        // 1.234 beside 1,7 may be a thousand, or the slip of somebody who typed a point.
        const bool clear = !decimal_point_ && !doubtful_point_;
        return clear ? std::optional(Decimal::comma) : std::nullopt;
    }
    return doubtful_comma_ ? std::nullopt : std::optional(Decimal::plain);
}

schema::Problem DecimalEvidence::problem(std::string where) const {
    if (grouped_.empty() && decimal_comma_ && decimal_point_) {
        return schema::Problem{
            std::move(where),
            "some cells have a decimal comma, others a decimal point",
            "write one of them in the whole column; --decimal , reads those with the comma, "
            "--decimal . those with the point, and the others are told by their lines"}
            .as("decimal_mixed");
    }
    return schema::Problem{
        std::move(where),
        grouped_.empty()
            ? fmt::format("in {} the comma may be a decimal comma or may group thousands", example_)
            : fmt::format("{} groups thousands", grouped_),
        "say which sign is the decimal one, --decimal , or --decimal ."}
        .as(grouped_.empty() ? "decimal_open" : "thousands",
            {{"example", grouped_.empty() ? example_ : grouped_}});
}

}  // namespace exchange
