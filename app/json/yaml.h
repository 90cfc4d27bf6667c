#pragma once
// JSON as YAML that people read. For the .cpp files of this folder only: it brings in nlohmann's
// header.

#include <string>

#include "app/json/json_value.h"

namespace exchange {

// The members of an object, one below the other, `indent` blanks from the margin; what fits into
// 120 columns stands on one line. YAML 1.2, and what YAML 1.1 would read otherwise is quoted.
std::string yaml_members(const OrderedJson& object, std::size_t indent);

}  // namespace exchange
