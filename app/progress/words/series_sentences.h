#pragma once
// What is said of one series: the verdict in one sentence, and what a reader must know beside it.

#include "app/progress/series/disagreement.h"
#include "app/progress/series/series.h"
#include "app/progress/words/sentence_writer.h"
#include "app/texts/language.h"

namespace progress {

// For the clinic everything, for a patient what concerns them and no number of noise.
void say_series(const Series& series, SentenceWriter& out);

void say_disagreement(const Disagreement& found, SentenceWriter& out);

// What the ends of the scale mean, so that a number says something: "(0 is clear, 4 is severe)".
// An empty text where neither way is better.
Value ends_of(const schema::Instrument& scale, int decimals);

// The verdict in few words, as tables have it: "looks better", "about the same"; what was stated.
std::string verdict_words(const Series& series, const texts::Language& language);

}  // namespace progress
