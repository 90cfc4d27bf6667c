#pragma once
// What a patient reads of their own course, part by part and without a language.

#include <optional>
#include <string>
#include <vector>

#include "app/progress/summary.h"
#include "app/texts/phrase.h"
#include "schema/records/patient.h"

namespace exchange {

// Never empty: it has a lead or lines.
struct PatientPart {
    std::string id;                       // one word
    std::optional<texts::Phrase> lead{};  // the answer in a sentence
    std::vector<texts::Phrase> lines{};

    texts::Phrase title() const { return {"printed.own." + id}; }
};

// What is urgent first; last the card that the patient takes home, of the whole day, where
// aftercare is running and the patient has not died.
std::vector<PatientPart> patient_parts(const progress::Summary& summary);

// Of the patient, as far as they are known.
std::vector<std::string> names_of(const schema::Patient& patient);

// "3 → 1 point", "on 2026-05-29" of what was said in words, or the one value that there is.
texts::Value value_over_time(const progress::Series& series);

}  // namespace exchange
