#pragma once
// A list whose rows are texts, in every form: of what is no record alone, as stock on hand or who
// is due.

#include <functional>
#include <string>
#include <vector>

#include "app/cli/lists/list_output.h"

namespace cli {

struct TableList {
    std::string name;  // of the workbook's sheet
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows;
    std::string none;                             // what people are told where there are none
    std::function<exchange::OrderedJson()> json;  // an array
};

// As print_list; a column is called as its header, with _ for a blank.
void print_table_list(Invocation& call, const TableList& list);

}  // namespace cli
