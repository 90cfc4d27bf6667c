#pragma once
// The numbers of a result as people read them, and what its groups are called, in English.

#include <optional>
#include <string>

#include "app/progress/cohort/outcomes.h"
#include "app/progress/statistics/event_rate.h"

namespace progress {

// As many decimals as two digits of the spread have, at most three.
int decimals_of(const Descriptives& values);

// "26.7 %", rounded as papers do
std::string share_figure(double share);
// "20 of 75, 26.7 % (18 to 38)"
std::string share_text(const Share& share);
// "3.5 (1.8 to 6.2)"
std::string rate_text(const EventRate& rate);
// "<0.001", "0.009", "0.42"
std::string p_figure(double p);
// "−1.6 (−2.8 to −0.4)"; without an interval when there is none
std::string change_text(const PairedT& change, int decimals);
// The one after the other: "…; …"; an empty first is left out.
std::string then(std::string first, std::string next);
// "by tag arm", "by skin type"; empty for everyone
std::string grouping_text(const Grouping& grouping);
// "Fitzpatrick IV", "3 sessions", "arm TRT", "radiofrequency, insulated needles", "not known"
std::string group_name(const Group& group, const Grouping& grouping);

}  // namespace progress
