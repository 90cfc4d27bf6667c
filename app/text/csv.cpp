#include "app/text/csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "app/text/utf8.h"

namespace exchange {

namespace {

constexpr auto none = std::string_view::npos;

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

// A backslash, and what it makes ordinary.
bool escapes(std::string_view text) {
    return text.starts_with("\\\"") || text.starts_with("\\\\");
}

}  // namespace

CsvReader::CsvReader(std::string_view text,
                     std::string file,
                     CsvDialect dialect,
                     std::size_t first_line)
    : text_(text), file_(std::move(file)), dialect_(dialect), line_(first_line) {}

CsvRow* CsvReader::next() {
    skip_blank_lines();
    if (at_ == text_.size()) {
        return nullptr;
    }
    const std::size_t begin = at_;
    row_.line = line_;
    row_.cells.clear();
    row_.stray_quote = false;
    row_.problem.reset();
    unescaped_.clear();
    escaped_.clear();
    if (read_cells()) {
        for (const auto& [cell, from, size] : escaped_) {
            row_.cells[cell] = std::string_view(unescaped_).substr(from, size);
        }
    } else {
        row_.cells.clear();
    }
    end_row(begin);
    return &row_;
}

void CsvReader::skip_blank_lines() {
    while (at_ < text_.size() && is_line_end(text_[at_])) {
        at_ = past_line_end(at_);
        ++line_;
    }
}

bool CsvReader::read_cells() {
    for (;;) {
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!read_quoted_cell()) {
                return false;
            }
        } else {
            read_plain_cell();
        }
        if (at_ == text_.size() || text_[at_] != dialect_.delimiter) {
            return true;
        }
        ++at_;
        if (dialect_.blanks_after) {
            at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
        }
    }
}

void CsvReader::read_plain_cell() {
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    const char* stop = begin;
    while (stop != end && *stop != dialect_.delimiter && !is_line_end(*stop)) {
        row_.stray_quote |= *stop == '"';
        ++stop;
    }
    const auto size = static_cast<std::size_t>(stop - begin);
    row_.cells.emplace_back(begin, size);
    at_ += size;
}

// False when the row is misquoted.
bool CsvReader::read_quoted_cell() {
    const std::size_t opening = at_;
    bool doubled = false;
    std::size_t quote = find_quote(opening + 1);
    while (quote != none && !ends_cell(quote + 1)) {
        if (text_[quote + 1] != '"') {
            misquoted(opening, quote + 1);
            return false;
        }
        doubled = true;
        quote = find_quote(quote + 2);
    }
    if (quote == none) {
        misquoted(opening, std::nullopt);
        return false;
    }
    const auto inside = text_.substr(opening + 1, quote - opening - 1);
    if (doubled || dialect_.backslash) {
        unescape(inside);
    } else {
        row_.cells.push_back(inside);
    }
    line_ += line_ends(inside);
    at_ = quote + 1;
    return true;
}

// The next quote that no backslash escapes.
std::size_t CsvReader::find_quote(std::size_t from) const {
    if (!dialect_.backslash) {
        return text_.find('"', from);
    }
    auto found = text_.find_first_of("\"\\", from);
    while (found != none && text_[found] == '\\') {
        found = text_.find_first_of("\"\\", found + (escapes(text_.substr(found)) ? 2 : 1));
    }
    return found;
}

void CsvReader::unescape(std::string_view quoted) {
    const std::size_t begin = unescaped_.size();
    while (!quoted.empty()) {
        const bool pair = quoted.front() == '"' || (dialect_.backslash && escapes(quoted));
        quoted.remove_prefix(pair ? 1 : 0);
        const auto next = quoted.find_first_of(dialect_.backslash ? "\"\\" : "\"", 1);
        unescaped_ += quoted.substr(0, next);
        quoted.remove_prefix(std::min(next, quoted.size()));
    }
    escaped_.push_back({row_.cells.size(), begin, unescaped_.size() - begin});
    row_.cells.emplace_back();
}

// `fault` is where text follows a closing quote; without one, the quote never closes.
void CsvReader::misquoted(std::size_t opening, std::optional<std::size_t> fault) {
    const std::size_t column = row_.cells.size() + 1;
    const std::string where = fmt::format("{}:{}", file_, line_);
    const auto shown = [&](std::size_t from) {
        return excerpt(text_.substr(from, end_of_line(from) - from));
    };
    if (fault) {
        const auto lines = line_ends(text_.substr(opening, *fault - opening));
        const auto on_line = lines == 0 ? "" : fmt::format(" on line {}", line_ + lines);
        row_.problem =
            schema::Problem{
                where,
                fmt::format(
                    "column {}: the quoted cell that starts {} is closed{}, yet goes on: {}",
                    column,
                    shown(opening + 1),
                    on_line,
                    shown(*fault)),
                "double each quote inside a quoted cell, or take out a stray one"}
                .as("quote_goes_on", {{"column", static_cast<int>(column)}});
    } else {
        row_.problem =
            schema::Problem{
                where,
                fmt::format("column {}: the quote before {} is never closed; the rest of the "
                            "file was not read",
                            column,
                            shown(opening + 1)),
                "close the quote, or take it out"}
                .as("quote_open", {{"column", static_cast<int>(column)}});
    }
    const std::size_t end = fault ? end_of_misquoted(*fault) : text_.size();
    line_ += line_ends(text_.substr(opening, end - opening));
    at_ = end;
}

void CsvReader::end_row(std::size_t begin) {
    row_.last_line = line_;
    row_.raw = text_.substr(begin, at_ - begin);
    if (at_ < text_.size()) {
        at_ = past_line_end(at_);
        ++line_;
    }
}

bool CsvReader::ends_cell(std::size_t at) const {
    return at == text_.size() || text_[at] == dialect_.delimiter || is_line_end(text_[at]);
}

// Certainly the first character of a cell: at its start, and not also at an end.
bool CsvReader::opens_cell(std::size_t quote) const {
    return (quote == 0 || ends_cell(quote - 1)) && !ends_cell(quote + 1);
}

std::size_t CsvReader::end_of_line(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
}

std::size_t CsvReader::past_line_end(std::size_t at) const {
    return at + (text_.substr(at).starts_with("\r\n") ? 2 : 1);
}

std::size_t CsvReader::end_of_misquoted(std::size_t at) const {
    for (;;) {
        const std::size_t end = end_of_line(at);
        const std::size_t quote = text_.find('"', end);
        if (quote == none || opens_cell(quote)) {
            return end;
        }
        at = quote + 1;
    }
}

std::optional<schema::Problem> ragged(const CsvRow& row,
                                      std::size_t header_cells,
                                      const std::string& file) {
    if (row.problem || row.cells.size() == header_cells) {
        return std::nullopt;
    }
    const bool more = row.cells.size() > header_cells;
    return schema::Problem{
        fmt::format("{}:{}", file, row.line),
        fmt::format(
            "{} cell{} where the header has {}{}",
            row.cells.size(),
            row.cells.size() == 1 ? "" : "s",
            header_cells,
            more ? fmt::format(
                       "; column {} is {}", header_cells + 1, excerpt(row.cells[header_cells]))
                 : fmt::format("; the last is {}", excerpt(row.cells.back()))),
        more ? "take out the extra delimiter, or put quotes around a cell that holds one"
             : "add the missing delimiter"}
        .as(more ? "row_long" : "row_short",
            {{"count", static_cast<int>(row.cells.size())},
             {"wanted", static_cast<int>(header_cells)}});
}

namespace {

bool needs_quotes(std::string_view cell, char delimiter) {
    // Every delimiter that may be searched for; and a first character that would read as a mark.
    return cell.find_first_of("\",;|\t\r\n") != none || cell.find(delimiter) != none ||
           trimmed(cell).size() != cell.size() || cell.starts_with("\uFEFF");
}

// -1.5, and nothing that a spreadsheet would compute.
bool is_negative_number(std::string_view cell) {
    return cell.size() > 1 && cell.front() == '-' && cell[1] >= '0' && cell[1] <= '9' &&
           cell.find_first_not_of("0123456789.", 1) == none;
}

bool runs_as_formula(std::string_view cell) {
    constexpr std::array<std::string_view, 11> signs{
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(
               signs.begin(), signs.end(), [&](auto sign) { return cell.starts_with(sign); }) &&
           !is_negative_number(cell);
}

void append_cell(std::string& line, std::string_view cell, bool quoted) {
    if (!quoted) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        line.append(c == '"' ? 2 : 1, c);
    }
    line += '"';
}

}  // namespace

std::string csv_line(std::span<const std::string_view> cells, char delimiter) {
    std::string line;
    // A row of one empty cell would be a line with nothing at all, which is no row.
    const bool lone_empty = cells.size() == 1 && cells.front().empty();
    for (const auto cell : cells) {
        append_cell(line, cell, lone_empty || needs_quotes(cell, delimiter));
        line += delimiter;
    }
    line.back() = '\n';
    return line;
}

std::string guarded_csv_line(std::vector<std::string> cells) {
    for (auto& cell : cells) {
        if (runs_as_formula(cell)) {
            cell.insert(cell.begin(), '\'');
        }
    }
    return csv_line(cells);
}

std::string csv_line(const std::vector<std::string>& cells, char delimiter) {
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    return csv_line(views, delimiter);
}

}  // namespace exchange
