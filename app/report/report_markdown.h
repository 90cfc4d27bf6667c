#pragma once
// The parts of a report as Markdown; every text is escaped.

#include <string>

#include "app/report/report.h"

namespace exchange {

std::string markdown_table(const ReportTable& table);
// With its heading, after an empty line.
std::string markdown_section(const ReportSection& section);

}  // namespace exchange
