#include "app/cli/lists/table_list.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "app/cli/terminal/text_table.h"
#include "schema/types/text.h"

namespace cli {

namespace {

// A number is one in a workbook too.
exchange::ListingCell cell_of(const std::string& text) {
    exchange::ListingCell cell{.text = text};
    const bool is_plain =
        !text.empty() && text.find_first_not_of("-.0123456789") == std::string::npos;
    if (const auto number = is_plain ? schema::read_number(text) : std::nullopt) {
        cell.value = *number;
    }
    return cell;
}

exchange::Listing listing_of_texts(const TableList& list) {
    exchange::Listing listing;
    for (auto name : list.headers) {
        std::replace(name.begin(), name.end(), ' ', '_');
        listing.columns.push_back({std::move(name)});
    }
    for (const auto& row : list.rows) {
        auto& cells = listing.rows.emplace_back();
        std::transform(row.begin(), row.end(), std::back_inserter(cells), &cell_of);
    }
    return listing;
}

}  // namespace

void print_table_list(Invocation& call, const TableList& list) {
    print_list(call,
               {.name = list.name,
                .table =
                    [&] {
                        return list.rows.empty()
                                   ? list.none
                                   : text_table(list.headers, list.rows, call.io.table_width());
                    },
                .json = list.json,
                .listing = [&] { return listing_of_texts(list); }});
}

}  // namespace cli
