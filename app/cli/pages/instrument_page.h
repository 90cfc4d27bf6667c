#pragma once
// The scales of a book as a terminal shows them.

#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/band.h"
#include "schema/records/instrument.h"

namespace cli {

// A line of facts for each scale, its name below; what is unverified wraps at `width`. Needs about
// 76 columns.
std::string instrument_list(const std::vector<schema::Instrument>& instruments, int width);

// Everything that is known of one scale, wrapped at `width`.
std::string instrument_page(const schema::Instrument& instrument, int width);

// "0 to 44", "0 or more".
std::string range_text(const schema::Instrument& instrument);

// The values of a band: "19 to 30", "39", "51 or more".
std::string band_values(const clinical::BandRange& range);
// Its name: "very severe (not assigned in the original table)".
std::string band_name(const clinical::BandRange& range);

// "2 (much improved)" on a scale of the program's own that names its values, else "2".
std::string value_text(const schema::Instrument& instrument, double value);

}  // namespace cli
