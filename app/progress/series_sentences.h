#pragma once
// What is said of one series: the verdict in one sentence, and what a reader must know beside it.

#include "app/progress/disagreement.h"
#include "app/progress/sentence_writer.h"
#include "app/progress/series.h"

namespace progress {

// For the clinic everything, for a patient what concerns them and no number of noise.
void say_series(const Series& series, SentenceWriter& out);

void say_disagreement(const Disagreement& found, SentenceWriter& out);

// The verdict in few words, as tables have it: "looks better", "about the same"; what was stated.
std::string verdict_words(const Series& series, const Language& language);

}  // namespace progress
