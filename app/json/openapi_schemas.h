#pragma once
// What a record of each kind looks like as JSON, as schemas of OpenAPI 3.1. For the .cpp files of
// this folder only.

#include <string>
#include <string_view>

#include "app/json/json_value.h"

namespace exchange {

// {"$ref": …} to a schema or a parameter of the document.
OrderedJson schema_ref(std::string_view name);
OrderedJson parameter_ref(std::string_view name);

// What the schemas of a kind begin with: DepthLimit.
std::string schema_name(const kinds::Kind& kind);

// By name, of every kind that HTTP knows: …Fields is what its JSON has at least, for other schemas
// to add to; …Entry and …Change are what is sent. Of a patient's records also the whole, and the
// …Result of a write; of a row of a profile, its …Place.
OrderedJson kind_schemas();

}  // namespace exchange
