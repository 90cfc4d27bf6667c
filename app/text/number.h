#pragma once
// Numbers as tables write them, read strictly; and what a column's own cells say about its comma.

#include <optional>
#include <string>
#include <string_view>

#include "schema/types/error.h"

namespace exchange {

enum class Decimal {
    plain,  // 1234.5; a comma is no part of a number
    point,  // told: 1,234.5
    comma,  // told or proved: 1,5; told: 1.234,5
};

// "." or ",", as --decimal has it; nothing for anything else.
std::optional<Decimal> read_decimal(std::string_view told);

// A number as the command line takes it (schema/types/text.h), of a cell that writes it with this
// decimal sign, in the digits of any script, blanks and invisible marks around it aside; ٫ is
// always the decimal sign and ٬ groups. Nothing for anything else, and for groups that are not of
// three digits (1,23 or 0,123 with a decimal point).
std::optional<std::string> plain_number(std::string_view cell, Decimal decimal);
// Its value.
std::optional<double> read_number(std::string_view cell, Decimal decimal = Decimal::plain);

// Finds out how a column writes its numbers when nobody said. A column is taken to be written in
// one way, so one plain cell settles the doubtful ones beside it: with 1,7 above it, 1,234 is below
// two.
class DecimalEvidence {
  public:
    void see(std::string_view cell);
    // How to read the column; nothing when that must be asked: thousands in groups (1.234,5), only
    // doubtful commas (1,234), or cells that contradict each other.
    std::optional<Decimal> verdict() const;
    // For a column without a verdict. `where` names file and column.
    schema::Problem problem(std::string where) const;

  private:
    bool decimal_comma_ = false;   // 1,7
    bool decimal_point_ = false;   // 1.7
    bool doubtful_point_ = false;  // 1.234
    bool doubtful_comma_ = false;  // 1,234
    std::string example_;          // the first cell with a comma
    std::string grouped_;          // the first of 1,234,567 or 1.234,5
};

}  // namespace exchange
