#pragma once
// What a patient may read of their own progress, for a terminal: plain sentences, no code words.

#include <string>

#include "app/cli/pages/progress_page.h"
#include "app/progress/summary.h"

namespace cli {

// Every line ends with a newline and fits the width.
std::string patient_page(const progress::Summary& summary, const PageStyle& style);

}  // namespace cli
