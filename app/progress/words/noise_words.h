#pragma once
// A noise as sentences name it.

#include <optional>
#include <string>

#include "app/progress/series/noise.h"
#include "app/progress/words/sentence_writer.h"

namespace progress {

// With its unit; up, and never less than it is: 4.02 is "4.1", 27.97 "28". "0" without one.
std::string noise_text(const std::optional<Noise>& noise, const schema::Instrument& instrument);

// Where it is from: "published".
std::string noise_kind_text(const std::optional<Noise>& noise, const SentenceWriter& out);

// The sentence beside a verdict: "By chance alone rarely more than 12.4 lesions apart (derived …)."
std::string noise_note(const std::optional<Noise>& noise,
                       const schema::Instrument& instrument,
                       const SentenceWriter& out);

}  // namespace progress
