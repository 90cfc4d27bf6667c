#include "app/text/date_format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/text/utf8.h"

namespace exchange {

namespace {

constexpr auto ways =
    "ymd, dmy, mdy, or a pattern such as dd/mm/yyyy, yyyymmdd, dd mmm yyyy or mmdd-yyyy-hhmmss";

bool is_bare_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Years of two digits cannot be told; any other doubt is one of order.
std::string remedy_for_ambiguous(const DateReading& reading) {
    const auto year = [](const std::string& text) { return text.substr(0, 4); };
    const bool same_year =
        std::all_of(reading.readings.begin(), reading.readings.end(), [&](const std::string& text) {
            return year(text) == year(reading.readings.front());
        });
    return same_year ? "say which with --dates dmy or --dates mdy"
                     : "write the year with four digits; its century is never guessed";
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
        throw schema::misused("--dates",
                              fmt::format("{} is not a way to write dates", excerpt(told)),
                              fmt::format("give {}; years have four digits", ways));
    }
    format.form_ = *pattern;
    return format;
}

DateReading read_date(std::string_view cell, const std::optional<DateFormat>& told) {
    if (!told) {
        return read_in_order(cell, std::nullopt);
    }
    if (const auto* pattern = std::get_if<DatePattern>(&told->form_)) {
        return pattern->match(trimmed(cell));
    }
    return read_in_order(cell, std::get<DateOrder>(told->form_));
}

schema::Problem date_problem(std::string where,
                             std::string_view cell,
                             const DateReading& reading,
                             const std::optional<DateFormat>& told) {
    const std::string shown = excerpt(cell);
    if (reading.verdict == DateVerdict::ambiguous) {
        return {std::move(where),
                fmt::format("{} may mean {}", shown, fmt::join(reading.readings, " or ")),
                remedy_for_ambiguous(reading)};
    }
    if (reading.verdict == DateVerdict::partial) {
        return {std::move(where),
                fmt::format("{} is only a part of a date; here the day is needed", shown),
                "write the whole date, YYYY-MM-DD"};
    }
    if (told) {
        return {std::move(where),
                fmt::format("{} is not a date in the form {}", shown, told->text()),
                "correct the cell, or say --dates as the column is written"};
    }
    return {
        std::move(where),
        is_bare_number(trimmed(cell))
            ? fmt::format("{} is a bare number, which could count days from one of several origins",
                          shown)
            : fmt::format("{} is not a calendar date", shown),
        fmt::format("write dates as YYYY-MM-DD, or say --dates with {}", ways)};
}

}  // namespace exchange
