#pragma once
// What results within patients say in words, alike in every format: never more than there is.
// Texts are English.

#include <string>
#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "app/texts/phrase.h"

namespace progress {

// The decimals that its means are written with.
int condition_decimals(const WithinPatients& within);
// "values of left cheek, right cheek together"; empty for those of one place.
std::string places_text(const WithinPatients& within);
// "no: mean 0.400, SD 0.020, in 3 patients, 72 values"
std::string condition_text(const ConditionResult& condition, int decimals);
// "yes − no"
std::string pair_name(const ConditionPair& pair);
// "+0.081 (−0.02 to +0.18), p 0.10, Wilcoxon p 0.13, in 8 patients with both"; how many are better
// under which, where it can be told.
std::string pair_text(const WithinPatients& within, const ConditionPair& pair, int decimals);
// What follows. No difference is told of an interval that includes 0, nor of one within noise; one
// patient tells nothing of others.
std::vector<texts::Phrase> conclusion(const WithinPatients& within,
                                      const ConditionPair& pair,
                                      int decimals);
std::string conclusion_text(const WithinPatients& within, const ConditionPair& pair, int decimals);
// Why no pairs are compared; empty where some are.
std::string no_pairs_text(const WithinPatients& within);
// Where no scale has anything.
std::string nothing_within();
// How the numbers were made, and what they do not say.
std::vector<texts::Phrase> how_to_read_within(const Outcomes& outcomes);

}  // namespace progress
