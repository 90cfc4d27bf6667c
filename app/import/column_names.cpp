#include "app/import/column_names.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "app/text/date_format.h"
#include "app/text/number.h"
#include "app/text/utf8.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

// Line ends inside a header count as blanks: hardly anybody types them.
std::string on_one_line(std::string_view header) {
    std::string text;
    for (const char c : trimmed(header)) {
        const bool line_end = c == '\n' || c == '\r';
        if (!line_end || !text.ends_with(' ')) {
            text += line_end ? ' ' : c;
        }
    }
    return text;
}

// The columns of this header, from 0.
std::vector<std::size_t> columns_named(const Table& table, const std::string& header) {
    const auto wanted = on_one_line(header);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < table.header().size(); ++i) {
        if (on_one_line(table.header()[i]) == wanted) {
            found.push_back(i);
        }
    }
    return found;
}

// #3, counted from 1.
std::optional<std::size_t> column_numbered(const Table& table, std::string_view header) {
    const auto number =
        header.starts_with('#') ? schema::Text<int>::read(header.substr(1)) : std::nullopt;
    const bool there =
        number && *number >= 1 && static_cast<std::size_t>(*number) <= table.header().size();
    return there ? std::optional(static_cast<std::size_t>(*number) - 1) : std::nullopt;
}

// Every run of digits as 9, every run of other characters than ASCII marks as a.
std::string shape_of(std::string_view cell) {
    std::string form;
    for (const char c : cell) {
        const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
        const char kind = is_digit(c) ? '9' : is_letter ? 'a' : c;
        if (form.empty() || form.back() != kind) {
            form += kind;
        }
    }
    return form;
}

}  // namespace

bool looks_like_data(const Table& table, std::size_t column) {
    const auto header = trimmed(table.header()[column]);
    const auto is_number = [&](Decimal decimal) {
        return read_number(header, decimal).has_value();
    };
    if (is_number(Decimal::point) || is_number(Decimal::comma) ||
        read_date(header).verdict != DateVerdict::not_a_date) {
        return true;
    }
    const auto shape = shape_of(header);
    const auto& below = table.first_row();
    return shape.find('9') != std::string::npos && column < below.size() &&
           shape == shape_of(trimmed(below[column]));
}

std::string list_of_headers(const Table& table) {
    constexpr std::size_t most = 60;
    const auto& all = table.header();
    std::string list;
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        list += (list.empty() ? "" : ", ") + excerpt(trimmed(all[i]));
    }
    return list + (all.size() > most ? ", …" : "");
}

std::optional<std::size_t> find_column(const Table& table,
                                       const std::string& header,
                                       std::vector<schema::Problem>& problems) {
    const auto found = columns_named(table, header);
    if (found.size() == 1) {
        return found.front();
    }
    if (found.empty()) {
        if (const auto column = column_numbered(table, header)) {
            return column;
        }
        problems.push_back(
            schema::Problem{table.file(),
                            fmt::format("no column has the header {}", excerpt(header)),
                            fmt::format("choose among {}; or name a column by its place, #1",
                                        list_of_headers(table))}
                .as("header_unknown", {{"header", header}}));
    } else {
        problems.push_back(
            schema::Problem{
                table.file(),
                fmt::format("{} columns have the header {}, the first two are {} and {}",
                            found.size(),
                            excerpt(header),
                            found[0] + 1,
                            found[1] + 1),
                "name the column by its place, such as #2"}
                .as("header_many",
                    {{"count", static_cast<int>(found.size())}, {"header", header}}));
    }
    return std::nullopt;
}

std::string header_or_place(const Table& table, std::size_t column) {
    std::vector<schema::Problem> problems;
    auto header = std::string(trimmed(table.header()[column]));
    std::replace_if(
        header.begin(), header.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const bool is_plain = table.has_header() && !header.empty() && !header.starts_with('#');
    return is_plain && find_column(table, header, problems) == column
               ? header
               : fmt::format("#{}", column + 1);
}

}  // namespace exchange
