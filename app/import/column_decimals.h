#pragma once
// Which decimal sign each column of numbers is written with.

#include <optional>
#include <string>

#include "app/import/import_plan.h"

namespace exchange {

// Told: that one, everywhere. Else each column's own cells say it. Throws schema::Error: misused
// for another sign, refused where a column leaves it open.
void find_decimals(Plan& plan, const Table& table, const std::optional<std::string>& told);

}  // namespace exchange
