#include "app/text/date_format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/text/clock_tail.h"
#include "app/text/utf8.h"
#include "schema/types/numerals.h"

namespace exchange {

namespace {

constexpr auto ways =
    "ymd, dmy, mdy, or a pattern such as dd/mm/yyyy, yyyymmdd, dd mmm yyyy or mmdd-yyyy-hhmmss";

bool is_bare_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Years of two digits cannot be told; any other doubt is one of order.
bool is_of_one_year(const DateReading& reading) {
    const auto year = [](const std::string& text) { return text.substr(0, 4); };
    return std::all_of(
        reading.readings.begin(), reading.readings.end(), [&](const std::string& text) {
            return year(text) == year(reading.readings.front());
        });
}

// The day or the time of day of a text that is no moment, whichever is wrong.
struct Stumble {
    std::string what;
    bool is_clock = false;
};

Stumble stumble(std::string_view cell, std::optional<DateOrder> order) {
    return schema::read_plain(cell, [&](std::string_view plain) -> Stumble {
        const auto text = trimmed(plain);
        const auto gap = text.find_last_of(" T", text.find(':'));
        if (text.find(':') == std::string_view::npos || gap == std::string_view::npos) {
            return {};
        }
        const auto day = read_in_order(trimmed(text.substr(0, gap)), order).verdict;
        if (day == DateVerdict::not_a_date) {
            return {fmt::format(": {} is no day", excerpt(text.substr(0, gap)))};
        }
        return {fmt::format(": {} is not a time of day", excerpt(text.substr(gap + 1))), true};
    });
}

}  // namespace

DateFormat DateFormat::read(std::string_view told) {
    constexpr std::array<std::pair<std::string_view, DateOrder>, 3> orders{
        {{"ymd", DateOrder::ymd}, {"dmy", DateOrder::dmy}, {"mdy", DateOrder::mdy}}};
    DateFormat format;
    format.text_ = told;
    for (const auto& [name, order] : orders) {
        if (told == name) {
            format.form_ = order;
            return format;
        }
    }
    const auto pattern = DatePattern::read(told);
    if (!pattern) {
        throw schema::misused(
            "--dates",
            fmt::format("{} is not a way to write dates", excerpt(told)),
            fmt::format("give {}; of years with two digits say the century: dd/mm/20yy", ways));
    }
    format.form_ = *pattern;
    return format;
}

DateReading DateFormat::read_plain(std::string_view text) const {
    if (const auto* pattern = std::get_if<DatePattern>(&form_)) {
        return pattern->match(text);
    }
    return read_in_order(text, std::get<DateOrder>(form_));
}

DateReading read_date(std::string_view cell, const std::optional<DateFormat>& told) {
    const auto read = [&](std::string_view text) {
        return told ? told->read_plain(text) : read_in_order(text, std::nullopt);
    };
    return schema::read_plain(cell, [&](std::string_view plain) {
        const auto text = trimmed(plain);
        auto reading = read(text);
        if (reading.verdict == DateVerdict::not_a_date) {
            const auto tail = split_clock_tail(text);
            if (tail.before.size() < text.size()) {
                reading = with_clock_tail(read(tail.before), tail);
            }
        }
        return reading;
    });
}

schema::Problem date_problem(std::string where,
                             std::string_view cell,
                             const DateReading& reading,
                             const std::optional<DateFormat>& told) {
    const std::string shown = excerpt(cell);
    const schema::Argument value{"value", std::string(trimmed(cell))};
    if (reading.verdict == DateVerdict::ambiguous) {
        const bool one_year = is_of_one_year(reading);
        return schema::Problem{
            std::move(where),
            fmt::format("{} may mean {}", shown, fmt::join(reading.readings, " or ")),
            one_year ? "say which with --dates dmy or --dates mdy"
                     : "write the year with four digits, or say its century, --dates dd/mm/20yy; "
                       "it is never guessed"}
            .as(one_year ? "date_order" : "date_century",
                {value,
                 {"readings",
                  schema::Value::List(reading.readings.begin(), reading.readings.end())}});
    }
    if (reading.verdict == DateVerdict::partial) {
        return schema::Problem{
            std::move(where),
            fmt::format("{} is only a part of a date; here the day is needed", shown),
            "write the whole date, YYYY-MM-DD"}
            .as("date_part", {value});
    }
    const auto* order = told ? std::get_if<DateOrder>(&told->form_) : nullptr;
    const auto wrong = told && order == nullptr
                           ? Stumble{}
                           : stumble(cell, order ? std::optional(*order) : std::nullopt);
    constexpr auto clocks =
        "write the time as 23:30, 23:30:00 or 11:30 PM; behind it may be a zone, Z or +02:00";
    if (told) {
        return schema::Problem{
            std::move(where),
            fmt::format("{} is not a date in the form {}{}", shown, told->text(), wrong.what),
            wrong.is_clock ? clocks : "correct the cell, or say --dates as the column is written"}
            .as(wrong.is_clock ? "date_clock" : "date_form", {value});
    }
    const bool bare = schema::read_plain(
        cell, [](std::string_view plain) { return is_bare_number(trimmed(plain)); });
    return schema::Problem{
        std::move(where),
        bare ? fmt::format(
                   "{} is a bare number, which could count days from one of several origins", shown)
             : fmt::format("{} is not a calendar date{}", shown, wrong.what),
        wrong.is_clock ? clocks
                       : fmt::format("write dates as YYYY-MM-DD, or say --dates with {}{}",
                                     ways,
                                     bare ? "; a spreadsheet's day numbers count from --origin "
                                            "1899-12-30, 0 being that day"
                                          : "")}
        .as(bare             ? "date_bare"
            : wrong.is_clock ? "date_clock"
                             : "date_none",
            {value});
}

}  // namespace exchange
