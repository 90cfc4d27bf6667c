#include "app/import/table/file_signature.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "app/text/csv.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view beginning;
    std::string_view what;
    std::string_view remedy;
    std::string_view code;  // of its texts, which name it
    std::string_view name;
};

constexpr std::string_view save_sheet = "save the sheet as .xlsx or CSV";
constexpr std::string_view copy_table = "copy its table into a sheet and save that as .xlsx or CSV";
constexpr std::string_view export_csv = "export the data as CSV from the program that wrote it";
constexpr std::string_view unpack = "unpack it, and import the files in it one by one";

constexpr std::array<Signature, 16> signatures{{
    {"%PDF"sv, "is a PDF", copy_table, "file_document", "PDF"},
    {"{\\rtf"sv, "is a text document (RTF)", copy_table, "file_document", "RTF"},
    {"\x89PNG"sv,
     "is a picture (PNG)",
     "give a file of rows, such as visits.csv",
     "file_picture",
     "PNG"},
    {"\xFF\xD8\xFF"sv,
     "is a picture (JPEG)",
     "give a file of rows, such as visits.csv",
     "file_picture",
     "JPEG"},
    {"GIF8"sv,
     "is a picture (GIF)",
     "give a file of rows, such as visits.csv",
     "file_picture",
     "GIF"},
    {"II*\0"sv,
     "is a picture (TIFF)",
     "give a file of rows, such as visits.csv",
     "file_picture",
     "TIFF"},
    {"MM\0*"sv,
     "is a picture (TIFF)",
     "give a file of rows, such as visits.csv",
     "file_picture",
     "TIFF"},
    {"\0\0\0\x18"
     "ftyp"sv,
     "is a picture or a film",
     "give a file of rows, such as visits.csv",
     "file_picture",
     "HEIC, MP4"},
    {"HEADER RECORD*******LIB"sv, "is a SAS transport file (XPT)", export_csv, "file_data", "SAS"},
    {"$FL2"sv, "is an SPSS file", export_csv, "file_data", "SPSS"},
    {"<stata_dta>"sv, "is a Stata file", export_csv, "file_data", "Stata"},
    {"SQLite format 3\0"sv, "is an SQLite database", export_csv, "file_data", "SQLite"},
    {"\x1F\x8B"sv, "is a packed file (gzip)", unpack, "file_packed", "gzip"},
    {"7z\xBC\xAF"sv, "is a packed file (7z)", unpack, "file_packed", "7z"},
    {"Rar!"sv, "is a packed file (RAR)", unpack, "file_packed", "RAR"},
    {"Obj\x01"sv, "is an Avro file", export_csv, "file_data", "Avro"},
}};

// What a web page or an XML file begins with, after blanks.
constexpr std::array<Signature, 5> markup{{
    {"<?xml"sv, "is XML", save_sheet, "file_markup", "XML"},
    {"<!doctype html"sv, "is a web page", save_sheet, "file_markup", "HTML"},
    {"<html"sv, "is a web page", save_sheet, "file_markup", "HTML"},
    {"<table"sv, "is a web page", save_sheet, "file_markup", "HTML"},
    {"<style"sv, "is a web page", save_sheet, "file_markup", "HTML"},
}};

std::string utf16(std::string_view text) {
    std::string wide;
    for (const char c : text) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

// The container of Office before 2007, and of an encrypted workbook of today.
void refuse_compound_file(std::string_view bytes, const std::string& file) {
    if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
        return;
    }
    if (bytes.find(utf16("EncryptedPackage")) != std::string_view::npos) {
        throw schema::refused(file,
                              "is a workbook with a password",
                              "open it in Excel and save it without one: File, Info, Protect "
                              "Workbook, Encrypt with Password")
            .as("workbook_password");
    }
    const bool is_xls = bytes.find(utf16("Workbook")) != std::string_view::npos ||
                        bytes.find(utf16("Book")) != std::string_view::npos;
    throw schema::refused(file,
                          is_xls ? "is an Excel workbook of before 2007 (.xls), which is not read"
                                 : "is an Office file of before 2007, which is not read",
                          is_xls ? "open it in Excel or LibreOffice and save the sheet as .xlsx or "
                                   "CSV"
                                 : std::string(copy_table))
        .as(is_xls ? "file_workbook" : "file_document", {{"kind", is_xls ? "xls" : "Office"}});
}

std::string_view without_blanks_before(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// An object or an array of something, as no header begins.
bool is_json(std::string_view text) {
    if (!text.starts_with('{') && !text.starts_with('[')) {
        return false;
    }
    const auto inside = without_blanks_before(text.substr(1));
    return !inside.empty() && std::string_view("\"{[]}").find(inside.front()) != std::string::npos;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return lower;
}

}  // namespace

void refuse_other_files(std::string_view bytes, const std::string& file) {
    refuse_compound_file(bytes, file);
    auto text = bytes;
    text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    text = without_blanks_before(text.substr(0, 256));
    const auto lower = lower_case(text.substr(0, 16));
    const auto refuse = [&](const Signature& known) {
        throw schema::refused(file, std::string(known.what), std::string(known.remedy))
            .as(known.code, {{"kind", std::string(known.name)}});
    };
    for (const auto& known : signatures) {
        if (bytes.starts_with(known.beginning)) {
            refuse(known);
        }
    }
    if (is_json(text)) {
        refuse({{}, "is JSON", export_csv, "file_data", "JSON"});
    }
    for (const auto& known : markup) {
        if (std::string_view(lower).starts_with(known.beginning)) {
            refuse(known);
        }
    }
}

std::optional<schema::Problem> name_differs(const std::string& file, FileHolds holds) {
    constexpr std::array<std::pair<std::string_view, FileHolds>, 10> endings{
        {{".xlsx", FileHolds::workbook},
         {".xlsm", FileHolds::workbook},
         {".ods", FileHolds::workbook},
         {".csv", FileHolds::rows},
         {".tsv", FileHolds::rows},
         {".tab", FileHolds::rows},
         {".txt", FileHolds::rows},
         {".json", FileHolds::objects},
         {".jsonl", FileHolds::objects},
         {".ndjson", FileHolds::objects}}};
    const auto ending = lower_case(std::filesystem::path(file).extension().string());
    const auto* const known = std::find_if(
        endings.begin(), endings.end(), [&](const auto& each) { return each.first == ending; });
    if (known == endings.end() || known->second == holds) {
        return std::nullopt;
    }
    return schema::Problem{file,
                           fmt::format("is called {}, and holds {}",
                                       ending,
                                       holds == FileHolds::workbook  ? "a workbook"
                                       : holds == FileHolds::objects ? "JSON objects"
                                                                     : "rows of text"),
                           "it is read as what it holds; see whether it is the file that was meant"}
        .as("file_name", {{"ending", ending}});
}

}  // namespace exchange
