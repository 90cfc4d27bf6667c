#include "app/import/import_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/import_bytes.h"
#include "app/import/progress_part.h"
#include "app/text/garbled.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

// So many rows are looked at to find the header.
constexpr std::size_t most_first_rows = 40;

constexpr double share_of_bytes = 0.1;

// The line of the row, or its number in the sheet, in which this place of the text is.
std::size_t line_of(const RowSource& source, const std::string& file, std::size_t offset) {
    SourceRows rows(source, file);
    while (const auto* row = rows.next()) {
        if (rows.position() > offset) {
            const auto begin = static_cast<std::size_t>(row->raw.data() - source.text().data());
            return row->line + line_ends(source.text().substr(begin, offset - begin));
        }
    }
    return 1;
}

// Told that it is UTF-8, the text is what it is.
void refuse_garbled(const RowSource& source, const ImportOptions& options) {
    const auto text = source.text();
    const auto garbled = options.encoding ? std::nullopt : find_garbled(text);
    if (!garbled) {
        return;
    }
    const auto offset = static_cast<std::size_t>(garbled->data() - text.data());
    const auto file = options.file.string();
    throw schema::refused(
        row_place(file, line_of(source, file, offset)),
        fmt::format("{} is garbled: UTF-8 was read as Latin-1 or Windows-1252 and saved again",
                    excerpt(*garbled)),
        "take the file from before that; where it is truly written so, say --encoding UTF-8")
        .as("garbled", {{"text", std::string(*garbled)}});
}

// The rows at the beginning, to the header that was told and the row below it at least.
std::vector<FirstRow> first_rows(const RowSource& source,
                                 const std::string& file,
                                 std::size_t told_line) {
    std::vector<FirstRow> rows;
    SourceRows reader(source, file);
    while (rows.size() < most_first_rows || rows[rows.size() - 2].line < told_line) {
        const auto* const row = reader.next();
        if (row == nullptr) {
            break;
        }
        rows.push_back({row->line, {row->cells.begin(), row->cells.end()}, row->problem});
    }
    return rows;
}

std::optional<HeaderLines> lines_told(const ImportOptions& options) {
    if (!options.header_row) {
        return std::nullopt;
    }
    if (options.no_header) {
        throw schema::misused(
            "--header-row", "there is no header: --no-header was said", "say only one of them");
    }
    return HeaderLines::read(*options.header_row);
}

}  // namespace

Table::Table(const ImportOptions& options, const Progress& progress)
    : file_(options.file.string()),
      bytes_(options.content ? std::string()
                             : bytes_of_file(options.file, part_of(progress, 0, share_of_bytes))),
      source_(read_source(options.content ? *options.content : bytes_,
                          options,
                          part_of(progress, share_of_bytes, 1))),
      has_header_(!options.no_header) {
    refuse_garbled(source_, options);
    const auto told = lines_told(options);
    const auto rows = first_rows(source_, file_, told ? told->last : 0);
    if (rows.empty() && !told) {
        return;
    }
    if (has_header_) {
        take_header(options, rows);
    } else {
        for (std::size_t i = 0; i < rows.front().cells.size(); ++i) {
            header_.push_back(fmt::format("#{}", i + 1));
        }
    }
    if (header_.size() > ImportBounds::columns) {
        throw too_many("columns", ImportBounds::columns);
    }
}

void Table::take_header(const ImportOptions& options, const std::vector<FirstRow>& rows) {
    const auto told = lines_told(options);
    const auto names = headers_told(options.map);
    std::size_t first = told || options.header ? 0 : find_header(rows, names);
    std::size_t last = first;
    const bool is_known =
        told || options.header || (!names.empty() && holds_headers(rows[first], names));
    if (!is_known && may_be_two_rows(rows, first)) {
        throw schema::refused(
            row_place(file_, rows[first].line),
            fmt::format("names groups, it seems, of the columns that line {} names",
                        rows[first + 1].line),
            fmt::format("say --header-row {}-{} if both are the header, else --header-row {}",
                        rows[first].line,
                        rows[first + 1].line,
                        rows[first].line))
            .as("header_groups", {{"line", static_cast<int>(rows[first + 1].line)}});
    }
    if (told) {
        const auto place = [&](std::size_t line) {
            const auto found = std::find_if(
                rows.begin(), rows.end(), [&](const auto& row) { return row.line == line; });
            if (found == rows.end()) {
                throw schema::refused(row_place(file_, line),
                                      "is blank or not there, and was to be the header",
                                      "give the number of the header's line to --header-row")
                    .as("header_blank");
            }
            return static_cast<std::size_t>(found - rows.begin());
        };
        first = place(told->first);
        last = place(told->last);
    }
    for (auto i = first; i <= last; ++i) {
        if (rows[i].problem) {
            throw schema::Error(schema::Fault::refused, {*rows[i].problem});
        }
        header_ = i == first ? rows[i].cells : joined_header(header_, rows[i].cells);
    }
    header_line_ = rows[last].line;
    rows_above_ = last + 1;
    if (!told) {
        warn_of_rows_above(rows, first);
    }
    if (rows_above_ < rows.size()) {
        first_row_ = rows[rows_above_].cells;
    }
}

void Table::warn_of_rows_above(const std::vector<FirstRow>& rows, std::size_t header) {
    if (header == 0) {
        return;
    }
    const auto& above = rows[header - 1];
    const auto line = rows[header].line;
    std::string remedy = "if the header is another line, say --header-row N";
    if (filled_cells(above) > 1 && above.line + 1 == line) {
        remedy += fmt::format(
            "; if line {} names groups, --header-row {}-{}", above.line, above.line, line);
    }
    source_.warnings.push_back(schema::Problem{
        file_,
        fmt::format("{} above the header, line {}",
                    header == 1
                        ? fmt::format("line {} stands", above.line)
                        : fmt::format("lines {} to {} stand", rows.front().line, above.line),
                    line),
        remedy}
                                   .as("lines_above_header", {{"line", static_cast<int>(line)}}));
}

std::size_t Table::for_each_row(const Visit& visit) const {
    SourceRows rows(source_, file_);
    for (std::size_t i = 0; i < rows_above_; ++i) {
        rows.next();
    }
    std::size_t number = 0;
    std::size_t blank = 0;
    while (const auto* row = rows.next()) {
        if (number == ImportBounds::rows) {
            throw too_many("rows", ImportBounds::rows);
        }
        blank += rows.blank();
        visit(*row, ++number, rows.position());
    }
    return blank + rows.blank();
}

schema::Error Table::too_many(std::string_view what, std::size_t bound) const {
    return schema::refused(file_,
                           fmt::format("has more than {} {}", bound, what),
                           "split the file and import the pieces one after the other")
        .as(what == "rows" ? "table_rows" : "table_columns", {{"most", static_cast<int>(bound)}});
}

std::string Table::label(std::size_t column) const {
    return has_header_ && column < header_.size()
               ? fmt::format("column {} {}", column + 1, excerpt(trimmed(header_[column])))
               : fmt::format("column {}", column + 1);
}

std::string row_place(const std::string& file, std::size_t line) {
    return fmt::format("{}:{}", file, line);
}

}  // namespace exchange
