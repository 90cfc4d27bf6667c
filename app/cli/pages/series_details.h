#pragma once
// What is said of a series beside its row of numbers: sentences for the left of its plot.

#include <string>
#include <vector>

#include "app/progress/series/series.h"

namespace cli {

// Band, last visit, best, trend with its interval, responder, forms that do not add up: those of
// them that there are.
std::vector<std::string> series_details(const progress::Series& series);

}  // namespace cli
