#pragma once
// Aftercare and its profile for other programs. The keys and their order are a contract, which
// tests/app/json/aftercare_json_test.cpp holds. Hours are rounded to a hundredth; times are
// the clinic's wall clock, YYYY-MM-DDTHH:MM.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/clinical/aftercare/adherence.h"
#include "app/clinical/aftercare/aftercare.h"
#include "app/json/json_value.h"
#include "app/progress/words/care_card.h"

namespace exchange {

// One object; without a session before the moment, `session`, `hours_since` and the phases are null
// and the lists empty. `until` of what is advised is by the longest source; `hours_left` counts to
// `until`, and is 0 once only the longest source still holds. `for` is what its rows depend on.
nlohmann::ordered_json aftercare_value(const clinical::Aftercare& care);

// {"first","use","avoid":[{"text","until"}],"next","expect","contact"}: lines to be read as they
// are; a line of `avoid` is over at its `until`.
nlohmann::ordered_json care_card_value(const progress::CareCard& card);

// The aftercare with its `card` at the end.
OrderedJson aftercare_json(const clinical::Aftercare& care, const progress::CareCard& card);

// The products used within four weeks of a session, and how many there are of each verdict.
nlohmann::ordered_json adherence_value(const clinical::Adherence& kept);

// An array of {subject, stance, from_hours, until_hours, cautious_until_hours|null, source, whose:
// program|clinic, grade, device|null, depth|null, skin_type|null}; null where it is for all.
OrderedJson advice_json(const clinical::CareRows& profile);

}  // namespace exchange
