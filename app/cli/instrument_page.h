#pragma once
// The scales of a book as a terminal shows them.

#include <string>
#include <string_view>
#include <vector>

#include "schema/records/instrument.h"

namespace cli {

// A line of facts for each scale, its name below; what is unverified wraps at `width`. Needs about
// 76 columns.
std::string instrument_list(const std::vector<schema::Instrument>& instruments, int width);

// Everything that is known of one scale, wrapped at `width`.
std::string instrument_page(const schema::Instrument& instrument, int width);

// "2 (much improved)" on a scale of the program's own that names its values, else "2".
std::string value_text(const schema::Instrument& instrument, double value);

}  // namespace cli
