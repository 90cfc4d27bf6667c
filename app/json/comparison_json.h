#pragma once
// Two photographs held against each other, as JSON.

#include <cstdint>

#include "app/clinical/comparing/comparability.h"
#include "app/json/json_value.h"

namespace exchange {

// {"first", "second", "verdict", "score", "limit", "version", "words", "parts": [{"part", "score",
// "difference", "words"}]}: ids of the photographs, points from 0 to 100, and differences in the
// units of app/clinical/comparing/comparability.h; null where nothing was judged. Words are
// {"text", "id", "values"}.
OrderedJson comparison_json(std::int64_t first,
                            std::int64_t second,
                            const clinical::Comparability& pair);

}  // namespace exchange
