#include "app/import/import_table.h"

#include <fmt/format.h>

#include "app/import/import_bytes.h"
#include "app/text/dialect.h"
#include "app/text/garbled.h"
#include "app/text/table_dialect.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

CsvDialect dialect_of(const ImportOptions& options, std::string_view text) {
    refuse_long_lines(text, options.file.string());
    return mend_dialect(text,
                        options.delimiter ? read_delimiter(*options.delimiter)
                                          : CsvDialect{.delimiter = find_delimiter(text)});
}

std::optional<NdjsonRows> objects_in(const ImportOptions& options, std::string_view text) {
    if (!is_ndjson(text)) {
        return std::nullopt;
    }
    if (options.no_header) {
        throw schema::misused("--no-header",
                              "the columns of JSON objects have names",
                              "leave it out, and name columns as patient.id");
    }
    return rows_of_ndjson(text, options.file.string());
}

// Told that it is UTF-8, the text is what it is.
void refuse_garbled(std::string_view text, const ImportOptions& options) {
    const auto garbled = options.encoding ? std::nullopt : find_garbled(text);
    if (!garbled) {
        return;
    }
    const auto before = static_cast<std::size_t>(garbled->data() - text.data());
    const auto line = line_ends(text.substr(0, before)) + 1;
    throw schema::refused(
        row_place(options.file.string(), line),
        fmt::format("{} is garbled: UTF-8 was read as Latin-1 or Windows-1252 and saved again",
                    excerpt(*garbled)),
        "take the file from before that; where it is truly written so, say --encoding UTF-8");
}

}  // namespace

Table::Table(const ImportOptions& options)
    : file_(options.file.string()),
      bytes_(options.content ? std::string() : bytes_of_file(options.file)),
      decoded_(decode(options.content ? *options.content : bytes_, file_, options.encoding)),
      objects_(objects_in(options, decoded_.text())),
      dialect_(objects_ ? CsvDialect{.delimiter = ','} : dialect_of(options, text())),
      has_header_(!options.no_header) {
    refuse_garbled(decoded_.text(), options);
    CsvReader reader(text(), file_, dialect_);
    const auto* first = reader.next();
    if (first == nullptr) {
        return;
    }
    if (first->problem && has_header_) {
        throw schema::Error(schema::Fault::refused, {*first->problem});
    }
    if (first->cells.size() > ImportBounds::columns) {
        throw too_many("columns", ImportBounds::columns);
    }
    for (std::size_t i = 0; i < first->cells.size(); ++i) {
        header_.push_back(has_header_ ? std::string(first->cells[i]) : fmt::format("#{}", i + 1));
    }
    if (const auto* row = has_header_ ? reader.next() : nullptr) {
        first_row_.assign(row->cells.begin(), row->cells.end());
    }
}

void Table::for_each_row(const Visit& visit) const {
    CsvReader reader(text(), file_, dialect_);
    if (has_header_) {
        reader.next();
    }
    std::size_t number = 0;
    while (const auto* row = reader.next()) {
        if (number == ImportBounds::rows) {
            throw too_many("rows", ImportBounds::rows);
        }
        if (!objects_) {
            visit(*row, ++number, reader.position());
            continue;
        }
        auto object = *row;
        object.line = objects_->line(row->line);
        visit(object, ++number, reader.position());
    }
}

schema::Error Table::too_many(std::string_view what, std::size_t bound) const {
    return schema::refused(file_,
                           fmt::format("has more than {} {}", bound, what),
                           "split the file and import the pieces one after the other");
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
