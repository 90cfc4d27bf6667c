#pragma once
// The value of a cell of OpenDocument as a text.

#include <string>
#include <string_view>

#include "app/import/workbook/xml.h"

namespace exchange::workbook {

// What a cell says beside the paragraphs that it shows.
struct OdsValue {
    // float, percentage, currency, date, time, boolean, string or error; empty for a blank cell
    std::string type;
    std::string text;
    bool is_formula = false;

    // The text that the cell shows where it says more than its value: of texts and errors, and of
    // whole numbers with zeros before them.
    const std::string& shown(const std::string& paragraphs) const;
};

OdsValue ods_value(const XmlAttributes& cell);

}  // namespace exchange::workbook
