#pragma once
// What results of the clinic are asked for, from the texts that say it.

#include <optional>
#include <string>
#include <vector>

#include "app/progress/cohort/load_outcomes.h"
#include "app/progress/cohort/outcomes.h"

namespace progress {

struct OutcomesTexts {
    std::vector<std::string> instruments;  // "dlqi", "tewl@left_cheek"; none: all that have values
    std::optional<std::string> by;         // "fitzpatrick", "tag:arm", "treated", "side"
    std::optional<std::string> at;         // "0,4w,8w"
    std::string prefix;                    // before the names of the texts in problems: "--"
};

// Throws schema::Error (refused) for a text that does not fit.
OutcomesRequest read_outcomes_request(const db::Book& book,
                                      schema::Date as_of,
                                      const OutcomesTexts& texts);

}  // namespace progress
