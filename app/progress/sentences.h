#pragma once
// The summary in a few plain sentences, each of which rests on numbers of the summary.

#include <string>
#include <vector>

#include "app/progress/language.h"

namespace progress {

struct Summary;

struct Sentence {
    std::string text;
    // What it rests on: the code of a series, or gaps, course, due, pih_watch, events, aftercare.
    std::string about;

    bool operator==(const Sentence&) const = default;
};

struct Sentences {
    std::vector<Sentence> clinic;
    std::vector<Sentence> patient;  // most_for_patient at most

    bool operator==(const Sentences&) const = default;
};

inline constexpr std::size_t most_for_patient = 8;

// What is missing first, then course, due date, series, side effects and aftercare. The series of
// the course's own concern come first; of the others those that worsened, so that a list that is
// cut short hides nothing bad. The patient reads one series of each of three concerns, and the one
// that worsened if there is one.
Sentences sentences_of(const Summary& summary, const Language& language);

}  // namespace progress
