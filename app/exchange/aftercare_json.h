#pragma once
// Aftercare and its profile for other programs. The keys and their order are a contract, which
// tests/app/exchange/aftercare_json_test.cpp holds. Hours are rounded to a hundredth; times are
// the clinic's wall clock, YYYY-MM-DDTHH:MM.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/clinical/aftercare/adherence.h"
#include "app/clinical/aftercare/aftercare.h"
#include "schema/records/care_advice.h"

namespace exchange {

// One object; without a session before the moment, `session`, `hours_since` and the phases are null
// and the lists empty. `until` of what is advised is by the longest source; `hours_left` counts to
// `until`, and is 0 once only the longest source still holds.
nlohmann::ordered_json aftercare_value(const clinical::Aftercare& care);
std::string aftercare_json(const clinical::Aftercare& care);

// The products used within four weeks of a session, and how many there are of each verdict.
nlohmann::ordered_json adherence_value(const clinical::Adherence& kept);

// An array of {subject, stance, from_hours, until_hours, cautious_until_hours|null, source,
// whose: program|clinic}.
std::string advice_json(const std::vector<schema::CareAdvice>& profile);

}  // namespace exchange
