#include "app/libraries/xlsxwriter.h"

#include <type_traits>

#include "app/libraries/shared_library.h"

namespace libraries {

const Xlsxwriter& xlsxwriter() {
    static const auto functions = [] {
        const SharedLibrary library(NEEDLEBOOK_XLSXWRITER);
        Xlsxwriter all{};
        const auto find = [&](auto& function, const char* name) {
            function = library.function<std::remove_reference_t<decltype(function)>>(name);
        };
        find(all.workbook_new_opt, "workbook_new_opt");
        find(all.add_worksheet, "workbook_add_worksheet");
        find(all.add_format, "workbook_add_format");
        find(all.workbook_close, "workbook_close");
        find(all.write_string, "worksheet_write_string");
        find(all.write_number, "worksheet_write_number");
        find(all.write_datetime, "worksheet_write_datetime");
        find(all.freeze_panes, "worksheet_freeze_panes");
        find(all.set_column, "worksheet_set_column");
        find(all.autofilter, "worksheet_autofilter");
        find(all.set_num_format, "format_set_num_format");
        find(all.set_bold, "format_set_bold");
        find(all.strerror, "lxw_strerror");
        return all;
    }();
    return functions;
}

}  // namespace libraries
