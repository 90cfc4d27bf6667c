#pragma once
// A progress summary for other programs. The keys and their order are a contract, which
// tests/app/json/progress_json_test.cpp holds.

#include <string>

#include "app/json/json_value.h"
#include "app/progress/summary.h"

namespace exchange {

// One object, indented by two. What is unknown is null, never NaN; bytes that are not UTF-8 become
// U+FFFD.
OrderedJson progress_json(const progress::Summary& summary);

}  // namespace exchange
