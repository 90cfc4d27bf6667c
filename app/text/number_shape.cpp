#include "app/text/number_shape.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "app/text/utf8.h"
#include "schema/types/numerals.h"

namespace exchange {

namespace {

using Mark = std::pair<std::string_view, std::string_view>;

constexpr std::string_view a_bound = "is a bound, not a value";
constexpr std::string_view an_estimate = "is an estimate, and its value would be kept as certain";
constexpr std::string_view a_doubt = "is in doubt";

constexpr std::array<Mark, 17> marks_before{{{"<=", a_bound},
                                             {">=", a_bound},
                                             {"<", a_bound},
                                             {">", a_bound},
                                             {"≤", a_bound},
                                             {"≥", a_bound},
                                             {"~", an_estimate},
                                             {"≈", an_estimate},
                                             {"±", an_estimate},
                                             {"approx.", an_estimate},
                                             {"approx", an_estimate},
                                             {"about", an_estimate},
                                             {"ca.", an_estimate},
                                             {"ca", an_estimate},
                                             {"c.", an_estimate},
                                             {"env.", an_estimate},
                                             {"حوالي", an_estimate}}};
constexpr std::array<Mark, 3> marks_behind{{{"+", a_bound}, {"?", a_doubt}, {"؟", a_doubt}}};
// Between two numbers.
constexpr std::array<Mark, 8> marks_between{{{"-", "is a range"},
                                             {"–", "is a range"},
                                             {"—", "is a range"},
                                             {" to ", "is a range"},
                                             {" à ", "is a range"},
                                             {"/", "is one of two values"},
                                             {" or ", "is one of two values"},
                                             {" ou ", "is one of two values"}}};

bool is_number(std::string_view text, Decimal decimal) {
    return plain_number(text, decimal).has_value();
}

bool is_between(std::string_view text, std::string_view mark, Decimal decimal) {
    const auto at = text.find(mark, 1);
    return at != std::string_view::npos && is_number(text.substr(0, at), decimal) &&
           is_number(text.substr(at + mark.size()), decimal);
}

std::string_view shape_of(std::string_view text, Decimal decimal) {
    for (const auto& [mark, why] : marks_before) {
        if (text.starts_with(mark) && is_number(text.substr(mark.size()), decimal)) {
            return why;
        }
    }
    for (const auto& [mark, why] : marks_behind) {
        if (text.ends_with(mark) && is_number(text.substr(0, text.size() - mark.size()), decimal)) {
            return why;
        }
    }
    for (const auto& [mark, why] : marks_between) {
        if (text.size() > 1 && is_between(text, mark, decimal)) {
            return why;
        }
    }
    const auto start = text.find_first_not_of("0123456789.,- ");
    const bool has_unit =
        start != 0 && start != std::string_view::npos && is_number(text.substr(0, start), decimal);
    return has_unit ? "has a unit or a word behind its number, which the field has not"
                    : std::string_view();
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool ends_with_unit(std::string_view text, std::string_view unit) {
    return text.size() > unit.size() &&
           std::equal(unit.begin(), unit.end(), text.end() - unit.size(), [](char a, char b) {
               return lower_ascii(a) == lower_ascii(b);
           });
}

}  // namespace

std::string_view why_no_number(std::string_view cell, Decimal decimal) {
    return schema::read_plain(
        cell, [&](std::string_view plain) { return shape_of(trimmed(plain), decimal); });
}

std::string_view without_unit(std::string_view cell, std::string_view unit) {
    const auto text = trimmed(cell);
    if (unit.empty() || text.empty() || is_digit(text.back())) {
        return cell;
    }
    if (ends_with_unit(text, unit)) {
        return trimmed(text.substr(0, text.size() - unit.size()));
    }
    for (const std::string_view word : {"per cent", "percent", "٪"}) {
        if (unit == "%" && ends_with_unit(text, word)) {
            return trimmed(text.substr(0, text.size() - word.size()));
        }
    }
    return cell;
}

}  // namespace exchange
