#include "app/import/table/header_row.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/text/date_format.h"
#include "app/text/number.h"
#include "app/text/utf8.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

std::size_t usual_filled(const std::vector<FirstRow>& rows) {
    std::vector<std::size_t> counts(rows.size());
    std::transform(rows.begin(), rows.end(), counts.begin(), filled_cells);
    std::sort(counts.begin(), counts.end());
    return counts[counts.size() / 2];
}

bool is_value(std::string_view cell) {
    const auto text = trimmed(cell);
    return read_number(text, Decimal::point) || read_number(text, Decimal::comma) ||
           read_date(text).verdict != DateVerdict::not_a_date;
}

bool has_value(const FirstRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), is_value);
}

bool stands_in(const FirstRow& row, const std::string& header) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
        return trimmed(cell) == trimmed(header);
    });
}

}  // namespace

HeaderLines HeaderLines::read(std::string_view told) {
    const auto dash = told.find('-');
    const auto first = schema::Text<int>::read(told.substr(0, dash));
    const auto last =
        dash == std::string_view::npos ? first : schema::Text<int>::read(told.substr(dash + 1));
    constexpr int most_rows = 5;
    if (!first || !last || *first < 1 || *last < *first || *last - *first >= most_rows) {
        throw schema::misused(
            "--header-row",
            fmt::format("{} is no line", excerpt(told)),
            "give the number of the header's line, as 3, or of its lines, as 2-3");
    }
    return {static_cast<std::size_t>(*first), static_cast<std::size_t>(*last)};
}

std::size_t find_header(const std::vector<FirstRow>& rows, const std::vector<std::string>& told) {
    if (rows.empty()) {
        return 0;
    }
    for (std::size_t i = 0; i < rows.size() && !told.empty(); ++i) {
        if (holds_headers(rows[i], told)) {
            return i;
        }
    }
    const auto usual = usual_filled(rows);
    const auto first_with = [&](const auto& is_enough) {
        return std::find_if(rows.begin(), rows.end(), [&](const FirstRow& row) {
            return is_enough(filled_cells(row));
        });
    };
    auto found = first_with([&](std::size_t filled) { return 2 * filled > usual; });
    if (found != rows.end() && has_value(*found)) {  // a title with a date, or no header at all
        found = first_with([&](std::size_t filled) { return filled >= usual; });
    }
    const bool is_header =
        found != rows.end() && found + 1 != rows.end() && !found->problem && !has_value(*found);
    return is_header ? static_cast<std::size_t>(found - rows.begin()) : 0;
}

bool holds_headers(const FirstRow& row, const std::vector<std::string>& headers) {
    return std::all_of(
        headers.begin(), headers.end(), [&](const auto& header) { return stands_in(row, header); });
}

std::size_t filled_cells(const FirstRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) {
            return !trimmed(cell).empty();
        }));
}

bool may_be_two_rows(const std::vector<FirstRow>& rows, std::size_t header) {
    if (header + 2 >= rows.size() || has_value(rows[header + 1]) || !has_value(rows[header + 2])) {
        return false;
    }
    const auto& upper = rows[header].cells;
    const auto& lower = rows[header + 1].cells;
    for (std::size_t i = 0; i < std::min(upper.size(), lower.size()); ++i) {
        if (trimmed(upper[i]).empty() && !trimmed(lower[i]).empty()) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> joined_header(const std::vector<std::string>& upper,
                                       const std::vector<std::string>& lower) {
    std::vector<std::string> header;
    std::string_view group;
    for (std::size_t i = 0; i < std::max(upper.size(), lower.size()); ++i) {
        const auto above = i < upper.size() ? trimmed(upper[i]) : std::string_view();
        const auto below = i < lower.size() ? trimmed(lower[i]) : std::string_view();
        if (below.empty() || above == below) {  // a name over both rows, of no group
            group = {};
            header.emplace_back(above);
            continue;
        }
        group = above.empty() ? group : above;
        header.push_back(group.empty() ? std::string(below) : fmt::format("{} {}", group, below));
    }
    return header;
}

std::vector<std::string> headers_told(const std::vector<std::string>& map) {
    std::vector<std::string> headers;
    for (const auto& told : map) {
        const auto at = told.find('=');
        if (at != std::string::npos && !told.substr(at + 1).starts_with('#')) {
            headers.push_back(told.substr(at + 1));
        }
    }
    return headers;
}

}  // namespace exchange
