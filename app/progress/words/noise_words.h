#pragma once
// A noise as sentences name it.

#include <optional>

#include "app/progress/series/noise.h"
#include "app/texts/phrase.h"

namespace progress {

// With its unit; up, and never less than it is: 4.02 is "4.1", 27.97 "28". 0 without one.
texts::Number noise_number(const std::optional<Noise>& noise, const schema::Instrument& instrument);

// Where it is from: "published".
texts::Phrase noise_kind(const std::optional<Noise>& noise);

// The sentence beside a verdict: "By chance alone rarely more than 12.4 lesions apart (derived …)."
// An empty text without one.
texts::Value noise_note(const std::optional<Noise>& noise, const schema::Instrument& instrument);

}  // namespace progress
