#pragma once
// A record that another names in its text, after an import gave it a new id.

#include <string>

#include "app/import/import_run.h"

namespace exchange {

// "acne 3" with the id that acne 3 of the export has now; the same text where it names none of
// them.
std::string renamed_record(const std::string& text, const NewIds& new_ids);

}  // namespace exchange
