#pragma once
// Hours as people say them: in days from four whole ones on.

#include <string>

namespace clinical {

// A limit of a rule: "1 hour", "48 hours", "7 days", "100 hours".
std::string hours_text(int hours);

// From one limit to another, the unit said once: "24 to 72 hours", "72 hours to 7 days".
std::string span_text(int from, int until);

// How long ago something was, rounded down: "less than 1 hour", "6 hours", "9 days".
std::string elapsed_text(double hours);

}  // namespace clinical
