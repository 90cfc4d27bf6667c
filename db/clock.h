#pragma once
// Whether the machine's clock can be right: the book itself was written later than it says.

#include <optional>
#include <string>
#include <string_view>

#include "db/book.h"
#include "schema/types/error.h"

namespace db {

// Clocks of two machines may differ by so much. The number is ours.
inline constexpr int clock_tolerance_seconds = 600;

// What the first word of a problem of this kind is, and the name of its kind.
inline constexpr std::string_view clock_behind = "clock_behind";

// What is wrong when the clock says `now` (UTC, as the ledger writes it) and the last entry is of
// `last`; nothing within the tolerance.
std::optional<schema::Problem> clock_problem(const std::string& now, const std::string& last);

// The same of the machine's clock and the book's last entry; nothing for an empty ledger.
std::optional<schema::Problem> clock_problem(const Book& book);

// Throws schema::Error (refused) with it.
void refuse_clock_behind(const Book& book);

}  // namespace db
