#include "app/import/proposal/fit_questions.h"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/column_names.h"

namespace exchange {

namespace {

std::string place(const Table& table, std::size_t column) {
    return fmt::format("{}: {}", table.file(), table.label(column));
}

std::string how_to_say_when(std::size_t column, const std::string& scale) {
    return fmt::format(
        "map its day before it, --map at=DAY --map {0}=#{1}; or say how long after the first day, "
        "--map {0}@4w=#{1} with --origin or --origin-from; or --ignore #{1}",
        scale,
        column + 1);
}

}  // namespace

schema::Problem which_field(const Table& table,
                            std::size_t column,
                            const std::vector<std::string>& could_be) {
    return schema::Problem{
        place(table, column),
        fmt::format("can be {}", fmt::join(could_be, " or ")),
        fmt::format("say --map {}=#{} for the one it is", could_be.front(), column + 1)}
        .as("column_open");
}

schema::Problem which_column(const Table& table,
                             const std::vector<std::size_t>& columns,
                             const std::string& field) {
    std::vector<std::string> labels;
    schema::Value::List headers;
    for (const auto column : columns) {
        labels.push_back(table.label(column));
        headers.emplace_back(header_or_place(table, column));
    }
    return schema::Problem{table.file(),
                           fmt::format("{} can all be {}", fmt::join(labels, " and "), field),
                           fmt::format("say which: --map {}=#{}", field, columns.front() + 1)}
        .as("columns_open", {{"columns", std::move(headers)}});
}

schema::Problem when_was_the_visit(const Table& table,
                                   std::size_t column,
                                   const std::string& scale,
                                   const std::string& visit) {
    return schema::Problem{
        place(table, column),
        fmt::format("is {} of visit {}, and nothing says when that was", scale, visit),
        how_to_say_when(column, scale)}
        .as("visit_when", {{"visit", visit}});
}

schema::Problem which_visit(const Table& table, std::size_t column, const std::string& scale) {
    return schema::Problem{place(table, column),
                           fmt::format("is {}, and nothing says of which visit", scale),
                           how_to_say_when(column, scale)}
        .as("visit_open");
}

}  // namespace exchange
