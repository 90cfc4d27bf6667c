#include "app/import/number_problem.h"

#include <fmt/format.h>

#include "app/text/number_shape.h"
#include "app/text/utf8.h"

namespace exchange {

schema::Problem number_problem(const PlannedColumn& column,
                               std::string_view cell,
                               const CellPlace& place) {
    const auto why = why_no_number(cell, column.decimal);
    if (why.empty() || column.spec.confidential) {
        return cell_problem(column, cell, place, "a number such as 1.5");
    }
    const auto field = column.spec.text();
    const auto text = trimmed(cell);
    return schema::Problem{
        place.text(column),
        fmt::format("{}: {} {}", field, excerpt(cell), why),
        fmt::format("say which number it stands for, --values '{}:{}=NUMBER', or that it is "
                    "none, --missing '{}'",
                    field,
                    text,
                    text)}
        .as("cell", {{"value", std::string(text)}});
}

}  // namespace exchange
