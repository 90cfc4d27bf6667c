#pragma once
// The clinic's results as Markdown.

#include <string>

#include "app/progress/cohort/outcomes.h"

namespace exchange {

// Every text of the book is escaped: none of it is markup.
std::string outcomes_markdown(const progress::Outcomes& outcomes);

}  // namespace exchange
