#pragma once
// Findings of the safety rules as a terminal page shows them.

#include <vector>

#include "app/cli/page_line.h"
#include "app/clinical/safety/assessment.h"

namespace cli {

// Each with its level, rule, reason, text and source; nothing for none.
Lines finding_list(const std::vector<clinical::Finding>& findings, int width);

// The findings, then what was not judged and facts that are no finding, then the all-clear as far
// as there is one.
Lines assessment_list(const clinical::Assessment& assessment, int width);

// One line each, for while something is recorded: "caution: left cheek: … ".
Lines short_findings(const std::vector<clinical::Finding>& findings, int width);

}  // namespace cli
