#pragma once
// What scales, their values, verdicts and side effects are called, as phrases.

#include <optional>
#include <string>

#include "app/progress/series/series.h"
#include "app/texts/phrase.h"
#include "schema/records/adverse_event.h"

namespace progress {

// The name that a clinician knows the scale by, without its remark in brackets; a clinic's own
// scale has the name that the clinic gave it.
texts::Value name_of(const schema::Instrument& instrument);
texts::Value name_of(const Series& series);  // with its place
// As a patient says it; a clinic's own scale as above.
texts::Value everyday_name_of(const schema::Instrument& instrument);
texts::Value everyday_name_of(const Series& series);

// A value's own name, as clinical::Band has it: "much improved".
texts::Phrase band_phrase(const std::string& name);

// A verdict in few words; `confirmed` of one with a direction: "looks better".
texts::Phrase verdict_phrase(Verdict verdict, std::optional<bool> confirmed);
// Of a series; what was stated, of one that is stated.
texts::Value verdict_phrase(const Series& series);

texts::Phrase severity_phrase(int severity);
// For the clinic: of another side effect the first words of its note; whether it is serious.
texts::Phrase event_phrase(const schema::AdverseEvent& event);
texts::Phrase everyday_event_phrase(schema::EventKind kind);

}  // namespace progress
