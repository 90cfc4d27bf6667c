#pragma once
// What only a person can say of the columns of a file, with the options that say it.

#include <cstddef>
#include <string>
#include <vector>

#include "app/import/import_table.h"
#include "schema/types/error.h"

namespace exchange {

// The column has a header that means any of these fields.
schema::Problem which_field(const Table& table,
                            std::size_t column,
                            const std::vector<std::string>& could_be);

// Each of the columns has a header that means this field.
schema::Problem which_column(const Table& table,
                             const std::vector<std::size_t>& columns,
                             const std::string& field);

// The column holds values of this scale at a visit with a number, whose day no column has.
schema::Problem when_was_the_visit(const Table& table,
                                   std::size_t column,
                                   const std::string& scale,
                                   const std::string& visit);

// The column holds values of this scale beside several visits, and is of none by its header.
schema::Problem which_visit(const Table& table, std::size_t column, const std::string& scale);

}  // namespace exchange
