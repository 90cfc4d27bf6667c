#include "app/text/date_pattern.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/text/month_name.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

// "19yy" and "20yy": the year has two digits, and somebody said of which century.
bool is_year_of_century(std::string_view text) {
    const auto century = text.substr(0, 2);
    return (century == "19" || century == "20") && text.size() >= 4 && lower(text[2]) == 'y' &&
           lower(text[3]) == 'y' && (text.size() == 4 || lower(text[4]) != 'y');
}

}  // namespace

// `size` times the same letter. Minutes are the mm next after the hours, seconds the ss next after
// those.
std::optional<DatePattern::Step> DatePattern::step(char letter, std::size_t size, Field last) {
    const auto number = [&](Field field) -> std::optional<Step> {
        return size <= 2 ? std::optional(Step{field, 0, size, 2}) : std::nullopt;
    };
    switch (letter) {
        case 'y':
            return size == 4 ? std::optional(Step{Field::year, 0, 4, 4}) : std::nullopt;
        case 'm':
            if (size == 3 || size == 4) {
                return Step{Field::month_name, 0, 0, 0};
            }
            return number(last == Field::hour ? Field::minute : Field::month);
        case 'd':
            return number(Field::day);
        case 'h':
            return number(Field::hour);
        case 's':
            return last == Field::minute ? number(Field::second) : std::nullopt;
        case 't':
            return size == 1 ? std::optional(Step{Field::literal, 'T', 1, 1}) : std::nullopt;
        default:
            return std::nullopt;
    }
}

std::optional<DatePattern> DatePattern::read(std::string_view text) {
    DatePattern pattern;
    Field last = Field::literal;
    while (!text.empty()) {
        const char letter = lower(text.front());
        const auto* const end =
            std::find_if(text.begin(), text.end(), [&](char c) { return lower(c) != letter; });
        const bool has_century = is_year_of_century(text);
        const auto size = has_century ? 4 : static_cast<std::size_t>(end - text.begin());
        const bool is_sign = !is_letter(letter) && !is_digit(letter);
        const auto century = static_cast<char>(read_digits(text.substr(0, 2)).value_or(0));
        const auto next = has_century ? std::optional(Step{Field::year, century, 2, 2})
                          : is_sign   ? std::optional(Step{Field::literal, letter, 1, 1})
                                      : step(letter, size, last);
        if (!next || (next->field != Field::literal && pattern.has(next->field))) {
            return std::nullopt;
        }
        last = next->field == Field::literal ? last : next->field;
        pattern.steps_.push_back(*next);
        text.remove_prefix(is_sign ? 1 : size);
    }
    return pattern.is_complete() && pattern.is_clear() ? std::optional(pattern) : std::nullopt;
}

bool DatePattern::has(Field field) const {
    return std::any_of(
        steps_.begin(), steps_.end(), [&](const Step& step) { return step.field == field; });
}

bool DatePattern::is_complete() const {
    const bool named = has(Field::month_name);
    const bool month = has(Field::month) || named;
    return has(Field::year) && !(has(Field::month) && named) && (month || !has(Field::day)) &&
           (has(Field::day) || !has(Field::hour)) && has(Field::hour) == has(Field::minute) &&
           (has(Field::minute) || !has(Field::second));
}

// No part of one or two digits directly before other digits: where 1112020 is cut would be a guess.
bool DatePattern::is_clear() const {
    const auto digits = [](const Step& step) {
        return step.most > 0 && step.field != Field::literal;
    };
    return std::adjacent_find(steps_.begin(), steps_.end(), [&](const Step& a, const Step& b) {
               return digits(a) && a.least < a.most && digits(b);
           }) == steps_.end();
}

// How many bytes of `rest` the step takes; 0 when it does not fit.
std::size_t DatePattern::take(const Step& step, std::string_view rest) {
    if (step.field == Field::literal) {
        return rest.starts_with(step.sign) ? 1 : 0;
    }
    if (step.field == Field::month_name) {
        const auto* const end = std::find_if(rest.begin(), rest.end(), [](char c) {
            return !is_letter(c) && static_cast<unsigned char>(c) < 0x80;
        });
        return static_cast<std::size_t>(end - rest.begin());
    }
    std::size_t size = 0;
    while (size < std::min(step.most, rest.size()) && is_digit(rest[size])) {
        ++size;
    }
    return size >= step.least ? size : 0;
}

DateReading DatePattern::match(std::string_view cell) const {
    DateParts parts;
    for (const Step& step : steps_) {
        const std::size_t size = take(step, cell);
        if (size == 0) {
            return {};
        }
        const auto text = cell.substr(0, size);
        const int number = read_digits(text).value_or(0);
        cell.remove_prefix(size);
        switch (step.field) {
            case Field::literal:
                break;
            case Field::year:
                parts.year = 100 * step.sign + number;
                break;
            case Field::month:
                parts.month = number;
                break;
            case Field::month_name:
                parts.month = month_named(text).value_or(0);
                break;
            case Field::day:
                parts.day = number;
                break;
            case Field::hour:
                parts.clock = fmt::format("{:02}", number);
                break;
            case Field::minute:
            case Field::second:
                parts.clock += fmt::format(":{:02}", number);
                break;
        }
    }
    return cell.empty() ? certain_date(parts) : DateReading{};
}

}  // namespace exchange
