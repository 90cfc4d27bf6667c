#pragma once
// One patient's progress as a page for a terminal.

#include <string>

#include "app/progress/summary.h"

namespace cli {

struct PageStyle {
    int width = 100;  // columns; taken as 72 when less, and 120 when more
    bool colour = false;
};

// Every line ends with a newline and fits the width. Colour only repeats what words say.
std::string progress_page(const progress::Summary& summary, const PageStyle& style);

}  // namespace cli
