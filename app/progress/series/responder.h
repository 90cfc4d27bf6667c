#pragma once
// Whether a change meets the instrument's published responder rule.

#include <optional>
#include <string>

#include "app/progress/statistics/movement.h"
#include "app/texts/phrase.h"
#include "schema/records/instrument.h"

namespace progress {

// True when every given part of the rule holds in the better direction; a part may be: moved by
// `responder_change`, moved by `responder_percent` of the baseline, came to `responder_reach`.
// Absent, which is not the same as false: without a rule, without a better direction, without a
// movement, for a baseline that is less than `responder_from`, and when all hangs on a percentage
// of a baseline of 0.
std::optional<bool> is_responder(const schema::Instrument& instrument,
                                 const std::optional<Movement>& movement);

bool has_responder_rule(const schema::Instrument& instrument);

// The rule in words: the instrument's own, else spelled out from its numbers; an empty text without
// a rule.
texts::Value responder_rule(const schema::Instrument& instrument);
// In English.
std::string responder_rule_text(const schema::Instrument& instrument);

}  // namespace progress
