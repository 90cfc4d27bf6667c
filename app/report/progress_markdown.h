#pragma once
// A progress report as Markdown.

#include <string>

#include "app/report/report.h"

namespace exchange {

// Every text of the book is escaped: none of it is markup.
std::string progress_markdown(const progress::Summary& summary, Audience audience);

}  // namespace exchange
