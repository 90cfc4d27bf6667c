#pragma once
// Sessions and side effects in sentences, and where the rules of the page come from.

#include "app/cli/terminal/page_line.h"
#include "app/progress/summary.h"

namespace cli {

// Each is empty when there is nothing to list; else a heading and its lines.
Lines session_list(const std::vector<schema::Session>& sessions,
                   const std::vector<schema::SessionFinding>& findings,
                   int width);
Lines event_list(const std::vector<schema::AdverseEvent>& events, int width);
Lines source_list(const std::vector<progress::Series>& all, int width);

}  // namespace cli
