#include "app/text/dialect.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

constexpr std::array<char, 4> candidates{'\t', ';', ',', '|'};  // in the order of preference
constexpr std::size_t sample_rows = 200;

// The share of rows that have the commonest number of cells, two or more: 0 to 1.
double consistency(std::string_view text, char delimiter) {
    CsvReader reader(text, "", {.delimiter = delimiter});
    std::map<std::size_t, std::size_t> rows_by_cells;
    std::size_t rows = 0;
    for (const CsvRow* row = reader.next(); row && rows < sample_rows; row = reader.next()) {
        ++rows;
        // Quotes in the middle of cells are what quoted cells look like where the delimiter is
        // wrong.
        if (row->cells.size() >= 2 && !row->stray_quote) {
            ++rows_by_cells[row->cells.size()];
        }
    }
    std::size_t most = 0;
    for (const auto& [cells, count] : rows_by_cells) {
        most = std::max(most, count);
    }
    return rows == 0 ? 0 : static_cast<double>(most) / static_cast<double>(rows);
}

}  // namespace

char find_delimiter(std::string_view text) {
    char best = ',';
    double best_share = 0;
    for (const char candidate : candidates) {
        const double share = consistency(text, candidate);
        if (share > best_share) {
            best = candidate;
            best_share = share;
        }
    }
    return best;
}

std::optional<DelimiterLine> delimiter_line(std::string_view text) {
    constexpr std::string_view named = "sep=";
    auto rest = text;
    const bool is_quoted = rest.starts_with('"');
    rest.remove_prefix(is_quoted ? 1 : 0);
    const bool is_named =
        rest.size() > named.size() &&
        std::equal(named.begin(), named.end(), rest.begin(), [](char wanted, char c) {
            return wanted == std::tolower(static_cast<unsigned char>(c));
        });
    if (!is_named) {
        return std::nullopt;
    }
    const char sign = rest[named.size()];
    rest.remove_prefix(named.size() + 1);
    if (is_quoted && !rest.starts_with('"')) {
        return std::nullopt;
    }
    rest.remove_prefix(is_quoted ? 1 : 0);
    const bool is_sign = std::string_view(",;\t|").find(sign) != std::string_view::npos;
    const std::size_t end = rest.starts_with("\r\n")                           ? 2
                            : rest.starts_with('\n') || rest.starts_with('\r') ? 1
                                                                               : 0;
    return is_sign && end > 0 ? std::optional(DelimiterLine{sign, text.size() - rest.size() + end})
                              : std::nullopt;
}

CsvDialect read_delimiter(std::string_view told) {
    constexpr std::array<std::pair<std::string_view, char>, 5> names{
        {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"\\t", '\t'}, {"pipe", '|'}}};
    for (const auto& [name, delimiter] : names) {
        if (told == name) {
            return {.delimiter = delimiter};
        }
    }
    const bool blank = told.size() == 2 && told.back() == ' ' && told.front() != ' ';
    const char c = told.size() == 1 || blank ? told.front() : '"';
    const bool sign = c == '\t' || (c >= ' ' && c < 0x7F && std::isalnum(c) == 0);
    if (c == '"' || !sign) {
        throw schema::misused("--delimiter",
                              fmt::format("{} cannot stand between cells", excerpt(told)),
                              "give comma, semicolon, tab or another single sign");
    }
    return {.delimiter = c, .blanks_after = blank};
}

}  // namespace exchange
