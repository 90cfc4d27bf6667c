#pragma once
// What is to be known of a series beside its verdict.

#include <vector>

#include "app/progress/series/series.h"
#include "app/texts/phrase.h"

namespace progress {

// Of the start, the places and the last value, each in a few words; none when there is nothing to
// say: "start: median of 2 visits", "only over chin".
std::vector<texts::Phrase> remarks_of(const Series& series);

}  // namespace progress
