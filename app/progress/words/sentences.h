#pragma once
// The summary in a few plain sentences, each of which rests on numbers of the summary.

#include <string>
#include <vector>

#include "app/texts/phrase.h"

namespace progress {

struct Summary;

struct Sentence {
    texts::Phrase said;
    // What it rests on: the code of a series, or disagreement, split_face, others, baseline, gaps,
    // course, due, pih_watch, status, urgent, events, aftercare.
    std::string about;

    bool operator==(const Sentence&) const = default;
};

// Whether it is of what was measured: a series, the sides of a face, a contradiction, the start.
bool is_of_values(const Sentence& sentence);

struct Sentences {
    std::vector<Sentence> clinic;
    std::vector<Sentence> patient;

    bool operator==(const Sentences&) const = default;
};

// First side effects that are urgent, then where doctor, patient and scales contradict each other,
// then the sides of a split face, then the series, one of those that are computed from the same
// findings, those of the course's own concern first; of the others those that worsened, so that a
// list that is cut short hides nothing bad. Then what is missing, course, due date, side effects
// and aftercare. The patient reads one series of each of three concerns.
Sentences sentences_of(const Summary& summary);

}  // namespace progress
