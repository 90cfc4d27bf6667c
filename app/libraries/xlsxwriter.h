#pragma once
// The functions of libxlsxwriter, without workbook_, worksheet_ or format_ where that leaves them
// apart. It brings OpenSSL.

#include <xlsxwriter.h>

namespace libraries {

struct Xlsxwriter {
    decltype(&::workbook_new_opt) workbook_new_opt;
    decltype(&::workbook_add_worksheet) add_worksheet;
    decltype(&::workbook_add_format) add_format;
    decltype(&::workbook_close) workbook_close;
    decltype(&::worksheet_write_string) write_string;
    decltype(&::worksheet_write_number) write_number;
    decltype(&::worksheet_write_datetime) write_datetime;
    decltype(&::worksheet_freeze_panes) freeze_panes;
    decltype(&::worksheet_set_column) set_column;
    decltype(&::worksheet_autofilter) autofilter;
    decltype(&::format_set_num_format) set_num_format;
    decltype(&::format_set_bold) set_bold;
    decltype(&::lxw_strerror) strerror;
};

// Loaded at the first call. Throws schema::Error (unavailable).
const Xlsxwriter& xlsxwriter();

}  // namespace libraries
