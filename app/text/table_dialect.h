#pragma once
// Ways of writing tables that break the usual reading, found by that.

#include <string_view>

#include "app/text/csv.h"

namespace exchange {

// `plain`, unless the table falls apart that way (misquoted rows, rows of other lengths than the
// first) and is whole in another: quotes escaped by backslashes, or a blank after every delimiter.
CsvDialect mend_dialect(std::string_view text, CsvDialect plain);

}  // namespace exchange
