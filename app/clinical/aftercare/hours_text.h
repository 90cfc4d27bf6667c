#pragma once
// Hours as people say them: in days from four whole ones on.

#include <string>

#include "app/texts/phrase.h"

namespace clinical {

// A limit of a rule: "1 hour", "48 hours", "7 days", "100 hours".
texts::Phrase hours_said(int hours);

// From one limit to another, the unit said once: "24 to 72 hours", "72 hours to 7 days".
texts::Phrase span_said(int from, int until);

// How long ago something was, rounded down: "less than 1 hour", "6 hours", "9 days".
texts::Phrase elapsed_said(double hours);

// The same in English.
std::string hours_text(int hours);
std::string span_text(int from, int until);
std::string elapsed_text(double hours);

}  // namespace clinical
