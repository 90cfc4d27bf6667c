#pragma once
// Records from JSON, by the same field names as record_json.h writes them.

#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "schema/kinds/kinds.h"
#include "schema/types/error.h"

namespace exchange {

// Members of an object that are none of the record's: "reason", "overrides".
using OtherMembers = std::vector<std::string_view>;

// Sets in `record` what the members of `object` say; null makes an optional field absent, and the
// array of the parts takes the place of all parts. A member that does not fit, or that the record
// does not have and `others` does not name, is a problem; `where` is its path: "areas[0].depth_mm".
// Numbers are never rounded to fit.
void set_members(const nlohmann::ordered_json& object,
                 const OtherMembers& others,
                 const kinds::Record& record,
                 std::vector<schema::Problem>& problems);

// The required fields of the kind that `object` does not have, or has as null, as problems.
void require_members(const nlohmann::ordered_json& object,
                     const kinds::Kind& kind,
                     std::vector<schema::Problem>& problems);

// Whether the object of a part must have this field: its key, and whatever has no value of its own
// in a `blank` part that could be true.
bool must_be_said(const kinds::Parts& parts, const kinds::Field& field, const void* blank);

}  // namespace exchange
