// Any workbook: the zip file as a whole, and, for depth, the XML of a sheet of either kind and the
// code of a number format by themselves. What is read is a table whose rows are in order.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "app/import/import_table.h"
#include "app/import/workbook/ods.h"
#include "app/import/workbook/xlsx.h"
#include "schema/types/error.h"

namespace {

using namespace exchange;

void read_whole(const std::string& bytes) {
    ImportOptions options;
    options.file = "fuzz.xlsx";
    options.content = bytes;
    const Table table(options);
    std::size_t line = table.header_line();
    table.for_each_row([&](const CsvRow& row, std::size_t, std::size_t) {
        if (row.line <= line) {
            std::abort();
        }
        line = row.line;
    });
}

// As many rows as numbers, in order, none wider than is said.
void hold(const workbook::Sheet& sheet) {
    CsvReader reader(sheet.text, "fuzz");
    std::size_t before = 0;
    for (const auto number : sheet.numbers) {
        const auto* const row = reader.next();
        if (row == nullptr || row->problem || row->cells.size() > sheet.width || number <= before) {
            std::abort();
        }
        before = number;
    }
    if (reader.next() != nullptr) {
        std::abort();
    }
    workbook::sheet_warnings(sheet, "fuzz");
}

void read_xlsx_xml(const std::string& xml) {
    static const workbook::XlsxBook book{
        .is_to_be_computed = true,
        .shared_texts = {"chart", "a,b", "\"", "two\nlines"},
        .formats = {workbook::NumberFormat::built_in(0),
                    workbook::NumberFormat::built_in(22),
                    workbook::NumberFormat::of_code("[<1]h:mm;[h]:mm;0000;0%")}};
    hold(workbook::read_xlsx_sheet(xml, book, "fuzz", workbook::Extent::all));
}

// The code stands before the first line end, the number behind it.
void show_number(const std::string& text) {
    const auto end = text.find('\n');
    const auto number = end == std::string::npos ? "46027.5" : text.substr(end + 1);
    const auto format = workbook::NumberFormat::of_code(text.substr(0, end));
    workbook::number_text(number, format, workbook::DateSystem::from_1900);
    workbook::number_text(number, format, workbook::DateSystem::from_1904);
}

}  // namespace

// The first byte chooses what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string rest(data + 1, data + size);
    try {
        switch (data[0] % 4) {
            case 0:
                read_whole(rest);
                break;
            case 1:
                read_xlsx_xml(rest);
                break;
            case 2:
                hold(workbook::read_ods_sheet(rest, "fuzz", "One"));
                break;
            default:
                show_number(rest);
        }
    } catch (const schema::Error&) {
        // Refused with its place.
    }
    return 0;
}
