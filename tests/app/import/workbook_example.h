#pragma once
// Workbooks that a test puts together itself, and the rows that come out of one.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zip.h>

#include "app/import/import_table.h"

namespace workbook_example {

using Parts = std::vector<std::pair<std::string, std::string>>;

// A zip file of these parts, by libzip.
inline std::string zipped(const Parts& parts, bool is_encrypted = false) {
    zip_error_t error;
    zip_error_init(&error);
    auto* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer);
    auto* const archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts) {
        const auto index = zip_file_add(archive,
                                        name.c_str(),
                                        zip_source_buffer(archive, text.data(), text.size(), 0),
                                        ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
        if (is_encrypted) {
            zip_file_set_encryption(
                archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret");
        }
    }
    zip_close(archive);
    zip_stat_t about;
    zip_source_stat(buffer, &about);
    std::string bytes(about.size, '\0');
    zip_source_open(buffer);
    zip_source_read(buffer, bytes.data(), bytes.size());
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

// The parts of an .xlsx with one sheet, whose XML is given.
inline Parts xlsx_parts(const std::string& sheet) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return {{"[Content_Types].xml", "<Types/>"},
            {"xl/workbook.xml",
             fmt::format("<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets><sheet name=\"One\" "
                         "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                         main,
                         office)},
            {"xl/_rels/workbook.xml.rels",
             fmt::format("<Relationships><Relationship Id=\"rId1\" Type=\"{}/worksheet\" "
                         "Target=\"worksheets/sheet1.xml\"/></Relationships>",
                         office)},
            {"xl/worksheets/sheet1.xml", sheet}};
}

inline std::string xlsx(const std::string& rows) {
    return zipped(xlsx_parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
}

inline Parts ods_parts(const std::string& tables) {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml",
             "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
             "<office:body><office:spreadsheet>" +
                 tables + "</office:spreadsheet></office:body></office:document-content>"}};
}

inline exchange::ImportOptions options_for(std::string bytes, const std::string& name = "book") {
    exchange::ImportOptions options;
    options.file = name;
    options.content = std::move(bytes);
    return options;
}

// The header and the rows, one a line: "5: C1|2026-01-05|3".
inline std::string rows_of(const exchange::ImportOptions& options) {
    const exchange::Table table(options);
    auto text = fmt::format("{}: {}\n", table.header_line(), fmt::join(table.header(), "|"));
    table.for_each_row([&](const exchange::CsvRow& row, std::size_t, std::size_t) {
        text += fmt::format("{}: {}{}\n",
                            row.line,
                            fmt::join(row.cells, "|"),
                            row.problem ? " !" + row.problem->what : "");
    });
    return text;
}

inline std::string warnings_of(const exchange::ImportOptions& options) {
    const exchange::Table table(options);
    std::string text;
    for (const auto& warning : table.warnings()) {
        text += warning.where + ": " + warning.what + "\n";
    }
    return text;
}

// "where: what" of the refusal; empty if it is none.
inline std::string refusal_of(const exchange::ImportOptions& options) {
    try {
        rows_of(options);
    } catch (const schema::Error& error) {
        return error.problems().front().where + ": " + error.problems().front().what;
    }
    return "";
}

}  // namespace workbook_example
