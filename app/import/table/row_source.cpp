#include "app/import/table/row_source.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/import/import_bytes.h"
#include "app/import/table/file_signature.h"
#include "app/import/table/ndjson_rows.h"
#include "app/import/table/wrapped_rows.h"
#include "app/import/workbook/workbook.h"
#include "app/text/dialect.h"
#include "app/text/encoding.h"
#include "app/text/table_dialect.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

void read_sheet(RowSource& source,
                std::string_view bytes,
                const ImportOptions& options,
                const Progress& progress) {
    const auto file = options.file.string();
    auto read = workbook::read_workbook(bytes, file, options.sheet, progress);
    source.encoding = std::move(read.format);
    source.sheet = std::move(read.name);
    source.sheets = std::move(read.names);
    source.own = std::move(read.sheet.text);
    source.numbers = std::move(read.sheet.numbers);
    source.width = read.sheet.width;
    source.without_value = std::move(read.sheet.without_value);
    source.warnings = std::move(read.warnings);
    if (options.encoding || options.delimiter) {
        source.warnings.push_back({options.encoding ? "--encoding" : "--delimiter",
                                   fmt::format("{} is a workbook, which has none", file),
                                   "leave it out"});
    }
}

void read_objects(RowSource& source, std::string_view bytes, const ImportOptions& options) {
    if (options.no_header) {
        throw schema::misused("--no-header",
                              "the columns of JSON objects have names",
                              "leave it out, and name columns as patient.id");
    }
    auto rows = rows_of_ndjson(bytes, options.file.string());
    source.encoding = "UTF-8";
    source.own = std::move(rows.csv);
    source.numbers = std::move(rows.lines);
}

void warn_of_encoding(RowSource& source, const Decoded& decoded, const std::string& file) {
    if (decoded.confidence()) {
        source.warnings.push_back(
            schema::Problem{
                file,
                fmt::format("is not UTF-8; read as {}, which fits by {} %",
                            decoded.encoding(),
                            *decoded.confidence()),
                "look at the names; if they are wrong, say how it is written with --encoding"}
                .as("encoding_guessed",
                    {{"encoding", decoded.encoding()}, {"percent", *decoded.confidence()}}));
    }
}

void warn_of_name(RowSource& source, const ImportOptions& options, FileHolds holds) {
    if (auto warning = name_differs(options.file.string(), holds)) {
        source.warnings.push_back(std::move(*warning));
    }
}

void tell(const Progress& progress, double share) {
    if (progress) {
        progress(share);
    }
}

// Each of its looks at the text takes about as long.
void read_text(RowSource& source,
               std::string_view bytes,
               const ImportOptions& options,
               const Progress& progress) {
    const auto file = options.file.string();
    refuse_other_files(bytes, file);
    auto decoded = decode(bytes, file, options.encoding);
    tell(progress, 0.25);
    source.encoding = decoded.encoding();
    warn_of_encoding(source, decoded, file);
    source.own = std::move(decoded).converted();
    source.plain = source.own ? std::string_view() : decoded.text();
    refuse_long_lines(source.text(), file);
    tell(progress, 0.5);
    const auto hint = delimiter_line(source.text());
    if (hint) {
        source.first_line = 2;
        source.own ? void(source.own->erase(0, hint->size))
                   : source.plain.remove_prefix(hint->size);
    }
    const auto text = source.text();
    const CsvDialect plain{.delimiter = hint ? hint->delimiter : find_delimiter(text)};
    source.dialect =
        mend_dialect(text, options.delimiter ? read_delimiter(*options.delimiter) : plain);
    tell(progress, 0.75);
    if (auto unwrapped = unwrap_rows(source, options)) {
        source = std::move(*unwrapped);
    }
}

bool is_blank(const CsvRow& row) {
    return !row.problem && std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) {
        return trimmed(cell).empty();
    });
}

}  // namespace

RowSource read_source(std::string_view bytes,
                      const ImportOptions& options,
                      const Progress& progress) {
    RowSource source;
    if (workbook::is_zip(bytes)) {
        read_sheet(source, bytes, options, progress);
        warn_of_name(source, options, FileHolds::workbook);
        return source;
    }
    if (options.sheet) {
        throw schema::misused(
            "--sheet", fmt::format("{} is no workbook", options.file.string()), "leave it out");
    }
    const auto mark = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (is_ndjson(bytes.substr(mark))) {
        read_objects(source, bytes.substr(mark), options);
        warn_of_name(source, options, FileHolds::objects);
    } else {
        read_text(source, bytes, options, progress);
        warn_of_name(source, options, FileHolds::rows);
    }
    return source;
}

SourceRows::SourceRows(const RowSource& source, const std::string& file)
    : source_(source),
      file_(file),
      reader_(source.text(), file, source.dialect, source.first_line) {}

const CsvRow* SourceRows::next() {
    blank_ = 0;
    while (auto* const row = reader_.next()) {
        put_in_place(*row);
        if (!is_blank(*row)) {
            return row;
        }
        ++blank_;
    }
    return nullptr;
}

void SourceRows::put_in_place(CsvRow& row) {
    if (source_.numbers.empty()) {
        return;
    }
    row.line = source_.numbers[number_++];
    row.last_line = row.line;
    if (!source_.sheet.empty()) {
        blank_ += row.line - last_line_ - 1;
    }
    last_line_ = row.line;
    if (row.cells.size() < source_.width && !row.problem) {
        row.cells.resize(source_.width);
    }
    const auto& all = source_.without_value;
    if (without_value_ < all.size() && all[without_value_].row == row.line) {
        row.problem =
            schema::Problem{fmt::format("{}:{}", file_, row.line),
                            fmt::format("cell {} has a formula without a kept value",
                                        all[without_value_].text()),
                            "open the file in the spreadsheet program, save it, import again"}
                .as("formula_without_value", {{"cell", all[without_value_].text()}});
    }
    while (without_value_ < all.size() && all[without_value_].row <= row.line) {
        ++without_value_;
    }
}

}  // namespace exchange
