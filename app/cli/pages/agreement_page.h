#pragma once
// A study of agreement as a terminal shows it.

#include <optional>
#include <string>
#include <vector>

#include "app/progress/agreement/load_study.h"

namespace cli {

// What was rated and by whom, every number with its interval or why there is none, what the study
// lacks, and what adopting it would change; wrapped at `width`.
std::string agreement_page(const progress::StudyView& view, int width);

// A line for each study that was not voided.
std::string agreement_list(const std::vector<schema::Agreement>& studies,
                           const std::vector<schema::Instrument>& instruments,
                           std::optional<int> width);

}  // namespace cli
