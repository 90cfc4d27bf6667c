#include "app/text/date_order.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/text/month_name.h"
#include "app/text/utf8.h"
#include "schema/types/civil_time.h"

namespace exchange {

namespace {

// Digits, or letters of any script; what stands between is the separator before it.
struct DatePart {
    std::string_view separator;
    std::string_view text;

    bool is_number() const { return is_digit(text.front()); }
    bool is_year() const { return is_number() && text.size() == 4; }
    bool is_short() const { return is_number() && text.size() <= 2; }
};

std::vector<DatePart> split(std::string_view text) {
    constexpr std::string_view separators = " ,.-/";
    std::vector<DatePart> parts;
    while (!text.empty()) {
        const auto gap = std::min(text.find_first_not_of(separators), text.size());
        const auto rest = text.substr(gap);
        const bool number = !rest.empty() && is_digit(rest.front());
        const auto* const end = std::find_if(rest.begin(), rest.end(), [&](char c) {
            return is_digit(c) != number || separators.find(c) != std::string_view::npos;
        });
        const auto size = static_cast<std::size_t>(end - rest.begin());
        parts.push_back({text.substr(0, gap), rest.substr(0, size)});
        text.remove_prefix(gap + size);
        if (size == 0) {
            return {};  // it ends with a separator
        }
    }
    return parts;
}

// The possible meanings of three parts or two; `clock` goes with each.
class Candidates {
  public:
    explicit Candidates(std::string clock) : clock_(std::move(clock)) {}

    // A year of two digits stands for either century, and makes the date ambiguous for good.
    void add(std::string_view year, int month, std::string_view day) {
        const auto number = read_digits(year);
        const auto day_number = read_digits(day);
        if (!number || !day_number || (year.size() != 4 && year.size() != 2)) {
            return;
        }
        century_missing_ |= year.size() == 2;
        for (const int century : year.size() == 2 ? std::vector{1900, 2000} : std::vector{0}) {
            const auto reading = certain_date({century + *number, month, *day_number, clock_});
            if (reading.verdict == DateVerdict::exact) {
                texts_.push_back(reading.text);
            }
        }
    }

    DateReading verdict() {
        std::sort(texts_.begin(), texts_.end());
        texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
        if (texts_.empty()) {
            return {};
        }
        if (texts_.size() == 1 && !century_missing_) {
            return {DateVerdict::exact, texts_.front(), {}};
        }
        return {DateVerdict::ambiguous, "", texts_};
    }

  private:
    std::string clock_;
    std::vector<std::string> texts_;
    bool century_missing_ = false;
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> allowed) {
    return std::find(allowed.begin(), allowed.end(), text) != allowed.end();
}

// "9:05" as "09:05"; nothing if it is no clock. certain_date checks the hours.
std::optional<std::string> read_clock(std::string_view text) {
    const auto colon = text.find(':');
    const auto hour = text.substr(0, colon);
    if (colon == std::string_view::npos || hour.empty() || hour.size() > 2 ||
        !std::all_of(hour.begin(), hour.end(), is_digit)) {
        return std::nullopt;
    }
    return (hour.size() == 1 ? "0" : "") + std::string(text);
}

DateReading three_numbers(std::span<const DatePart> parts,
                          std::optional<DateOrder> told,
                          const std::string& clock) {
    const auto a = parts[0].text;
    const auto b = parts[1].text;
    const auto c = parts[2].text;
    Candidates candidates(clock);
    const auto add = [&](std::string_view year, std::string_view month, std::string_view day) {
        if (month.size() <= 2 && day.size() <= 2) {
            candidates.add(year, read_digits(month).value_or(0), day);
        }
    };
    if (a.size() == 4) {
        add(a, b, c);
        return candidates.verdict();
    }
    // In front, a year of two digits is one more way to read 02-04-06.
    if (told.value_or(DateOrder::ymd) == DateOrder::ymd && c.size() == 2) {
        add(a, b, c);
    }
    if (told.value_or(DateOrder::dmy) == DateOrder::dmy) {
        add(c, b, a);
    }
    if (told.value_or(DateOrder::mdy) == DateOrder::mdy) {
        add(c, a, b);
    }
    return candidates.verdict();
}

// "er" of "1er", "nd" of "2nd": directly behind a number.
bool makes_ordinal(const DatePart& part) {
    return part.separator.empty() && is_one_of(part.text, {"er", "st", "nd", "rd", "th"});
}

DateReading with_month_name(std::vector<DatePart> parts, const std::string& clock) {
    std::erase_if(parts, [](const DatePart& part) {
        return is_one_of(part.text, {"le", "de", "del", "of"});
    });
    const auto named = std::find_if(
        parts.begin(), parts.end(), [](const DatePart& part) { return !part.is_number(); });
    const auto month = named == parts.end() ? std::nullopt : month_named(named->text);
    if (!month) {
        return {};
    }
    parts.erase(named);
    const bool numbers = std::all_of(parts.begin(), parts.end(), [](const DatePart& part) {
        return part.is_year() || part.is_short();
    });
    if (!numbers || parts.empty() || parts.size() > 2) {
        return {};
    }
    if (parts.size() == 1) {
        return parts[0].is_year() ? certain_date({*read_digits(parts[0].text), month, {}, clock})
                                  : DateReading{};
    }
    Candidates candidates(clock);
    for (const auto& [year, day] : {std::pair(parts[0], parts[1]), std::pair(parts[1], parts[0])}) {
        if (day.is_short()) {
            candidates.add(year.text, *month, day.text);
        }
    }
    return candidates.verdict();
}

DateReading only_numbers(std::span<const DatePart> parts,
                         std::optional<DateOrder> told,
                         const std::string& clock) {
    if (parts.size() == 1) {
        const auto text = parts[0].text;
        if (text.size() == 8) {
            return certain_date({*read_digits(text.substr(0, 4)),
                                 read_digits(text.substr(4, 2)),
                                 read_digits(text.substr(6)),
                                 clock});
        }
        return parts[0].is_year() ? certain_date({*read_digits(text), {}, {}, clock})
                                  : DateReading{};
    }
    const auto separator = parts[1].separator;
    if (parts.size() == 2 && is_one_of(separator, {"-", "/"})) {
        const auto& [year, month] =
            parts[0].is_year() ? std::pair(parts[0], parts[1]) : std::pair(parts[1], parts[0]);
        return year.is_year() && month.is_short()
                   ? certain_date({*read_digits(year.text), read_digits(month.text), {}, clock})
                   : DateReading{};
    }
    const bool alike = parts.size() == 3 && separator == parts[2].separator;
    return alike && is_one_of(separator, {"-", "/", ".", " "}) ? three_numbers(parts, told, clock)
                                                               : DateReading{};
}

}  // namespace

DateReading read_in_order(std::string_view cell, std::optional<DateOrder> told) {
    auto text = trimmed(cell);
    if (schema::CivilTime::read(text)) {
        return {DateVerdict::exact, std::string(text), {}};  // most cells, and the rest takes time
    }
    std::string clock;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const auto gap = text.find_last_of(" T", colon);
        const auto time =
            gap == std::string_view::npos ? std::nullopt : read_clock(text.substr(gap + 1));
        if (!time) {
            return {};
        }
        clock = *time;
        text = text.substr(0, gap);
    }
    auto parts = split(text);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i - 1].is_number() && makes_ordinal(parts[i])) {
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    if (parts.empty() || !parts.front().separator.empty()) {
        return {};
    }
    const bool separators = std::all_of(parts.begin() + 1, parts.end(), [](const DatePart& part) {
        return is_one_of(part.separator, {"-", "/", ".", " ", ", ", ". "});
    });
    const bool numbers = std::all_of(
        parts.begin(), parts.end(), [](const DatePart& part) { return part.is_number(); });
    if (!separators) {
        return {};
    }
    return numbers ? only_numbers(parts, told, clock) : with_month_name(parts, clock);
}

}  // namespace exchange
