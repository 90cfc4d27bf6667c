#pragma once
// The benefits that clinics name and marks that got worse after a session, for the progress page.

#include <vector>

#include "app/cli/terminal/page_line.h"
#include "app/progress/summary.h"

namespace cli {

// Empty when no series worsened after a session.
Lines darker_list(const progress::Summary& summary, int width);

// Five benefits with their verdicts and what they rest on; empty for a patient without any series.
Lines benefit_list(const progress::Summary& summary, int width);

}  // namespace cli
